"""The resource `values`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get() -> Request[models.Value]:
    return Request(
        "getValue",
        "GET /values",
        name="values.get",
        returns=models.Value,
    )


class Values(Resource):
    """Operations on `values`."""

    def get(self, *, options: RequestOptions | None = None) -> models.Value:
        """`GET /values`"""
        return self._send(_get(), options)


class AsyncValues(AsyncResource):
    """Operations on `values`. Async; documented at :class:`Values`."""

    async def get(self, *, options: RequestOptions | None = None) -> models.Value:
        """`GET /values`"""
        return await self._send(_get(), options)
