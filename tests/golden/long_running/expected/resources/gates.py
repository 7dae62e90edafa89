"""The resource `gates`."""

from __future__ import annotations

from typing import Any

from .. import models
from .._long_running import GATE_OPERATION
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.operations.operations import (
    AsyncLongRunningOperation,
    LongRunningOperation,
    OperationRequest,
)


def _insert(wall: str) -> OperationRequest[models.GateOperation, Any, models.GateOperation]:
    return OperationRequest(
        "garden.gates.insert",
        "POST /walls/{wall}/gates",
        path_params={"wall": wall},
        returns=models.GateOperation,
        operation=GATE_OPERATION,
        result=models.GateOperation,
    )


class Gates(Resource):
    """Operations on `gates`."""

    def insert(
        self, wall: str, *, options: RequestOptions | None = None
    ) -> LongRunningOperation[models.GateOperation, Any, models.GateOperation]:
        """`POST /walls/{wall}/gates`"""
        return self._send_operation(_insert(wall), options)


class AsyncGates(AsyncResource):
    """Operations on `gates`. Async; documented at :class:`Gates`."""

    async def insert(
        self, wall: str, *, options: RequestOptions | None = None
    ) -> AsyncLongRunningOperation[models.GateOperation, Any, models.GateOperation]:
        """`POST /walls/{wall}/gates`"""
        return await self._send_operation(_insert(wall), options)
