"""The resource `gates`."""

from __future__ import annotations

from typing import Any

from .._long_running import GATE_OPERATION
from .._options import RequestOptions
from .._runtime.operations import AsyncLongRunningOperation, LongRunningOperation
from .._runtime.requests import OperationRequest
from .._runtime.resources import AsyncResource, Resource
from ..models.gate_operations_gates import GateOperation


def _insert(wall: str) -> OperationRequest[GateOperation, Any, GateOperation]:
    return OperationRequest(
        "garden.gates.insert",
        "POST",
        "/walls/{wall}/gates",
        path_params={"wall": wall},
        returns=GateOperation,
        operation=GATE_OPERATION,
        result=GateOperation,
    )


class Gates(Resource):
    """Operations on `gates`."""

    def insert(
        self, wall: str, *, options: RequestOptions | None = None
    ) -> LongRunningOperation[GateOperation, Any, GateOperation]:
        """`POST /walls/{wall}/gates`"""
        return self._client.send_operation(_insert(wall), options)


class AsyncGates(AsyncResource):
    """Operations on `gates`. Async; documented at :class:`Gates`."""

    async def insert(
        self, wall: str, *, options: RequestOptions | None = None
    ) -> AsyncLongRunningOperation[GateOperation, Any, GateOperation]:
        """`POST /walls/{wall}/gates`"""
        return await self._client.send_operation(_insert(wall), options)
