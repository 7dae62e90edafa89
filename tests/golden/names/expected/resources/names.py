"""The resource `names`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get() -> Request[models.Names]:
    return Request(
        "get",
        "GET /names",
        name="names.get",
        returns=models.Names,
    )


class Names(Resource):
    """Operations on `names`."""

    def get(self, *, options: RequestOptions | None = None) -> models.Names:
        """`GET /names`"""
        return self._send(_get(), options)


class AsyncNames(AsyncResource):
    """Operations on `names`. Async; documented at :class:`Names`."""

    async def get(self, *, options: RequestOptions | None = None) -> models.Names:
        """`GET /names`"""
        return await self._send(_get(), options)
