"""The resource `gate_operations`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.gate_operations_gates import GateOperation


def _get(wall: str, operation: str) -> Request[GateOperation]:
    return Request(
        "garden.gateOperations.get",
        "GET",
        "/walls/{wall}/operations/{operation}",
        path_params={"wall": wall, "operation": operation},
        returns=GateOperation,
    )


class GateOperations(Resource):
    """Operations on `gate_operations`."""

    def get(
        self, wall: str, operation: str, *, options: RequestOptions | None = None
    ) -> GateOperation:
        """`GET /walls/{wall}/operations/{operation}`"""
        return self._client.send(_get(wall, operation), options)


class AsyncGateOperations(AsyncResource):
    """Operations on `gate_operations`. Async; documented at :class:`GateOperations`."""

    async def get(
        self, wall: str, operation: str, *, options: RequestOptions | None = None
    ) -> GateOperation:
        """`GET /walls/{wall}/operations/{operation}`"""
        return await self._client.send(_get(wall, operation), options)
