"""The resource `gate_operations`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get(wall: str, operation: str) -> Request[models.GateOperation]:
    return Request(
        "garden.gateOperations.get",
        "GET /walls/{wall}/operations/{operation}",
        path_params={"wall": wall, "operation": operation},
        may_be_empty=("operation",),
        returns=models.GateOperation,
    )


class GateOperations(Resource):
    """Operations on `gate_operations`."""

    def get(
        self, wall: str, operation: str, *, options: RequestOptions | None = None
    ) -> models.GateOperation:
        """`GET /walls/{wall}/operations/{operation}`"""
        return self._send(_get(wall, operation), options)


class AsyncGateOperations(AsyncResource):
    """Operations on `gate_operations`. Async; documented at :class:`GateOperations`."""

    async def get(
        self, wall: str, operation: str, *, options: RequestOptions | None = None
    ) -> models.GateOperation:
        """`GET /walls/{wall}/operations/{operation}`"""
        return await self._send(_get(wall, operation), options)
