"""The resource `operations`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get(operation_id: str) -> Request[models.Operation]:
    return Request(
        "getOperation",
        "GET /operations/{operation_id}",
        name="operations.get",
        path_params={"operation_id": operation_id},
        may_be_empty=("operation_id",),
        returns=models.Operation,
    )


class Operations(Resource):
    """Operations on `operations`."""

    def get(self, operation_id: str, *, options: RequestOptions | None = None) -> models.Operation:
        """`GET /operations/{operation_id}`"""
        return self._send(_get(operation_id), options)


class AsyncOperations(AsyncResource):
    """Operations on `operations`. Async; documented at :class:`Operations`."""

    async def get(
        self, operation_id: str, *, options: RequestOptions | None = None
    ) -> models.Operation:
        """`GET /operations/{operation_id}`"""
        return await self._send(_get(operation_id), options)
