"""The resource `batch_`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[models.ServerLocation]:
    return Request(
        "harbour.batch.list",
        "GET /v1/batch",
        returns=models.ServerLocation,
    )


class Batch(Resource):
    """Operations on `batch_`."""

    def list(self, *, options: RequestOptions | None = None) -> models.ServerLocation:
        """`GET /v1/batch`"""
        return self._send(_list(), options)


class AsyncBatch(AsyncResource):
    """Operations on `batch_`. Async; documented at :class:`Batch`."""

    async def list(self, *, options: RequestOptions | None = None) -> models.ServerLocation:
        """`GET /v1/batch`"""
        return await self._send(_list(), options)
