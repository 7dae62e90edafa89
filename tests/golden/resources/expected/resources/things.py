"""The resource `things`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _all() -> Request[None]:
    return Request(
        "allThings",
        "GET /things",
        name="things.all",
        reads="none",
    )


class Things(Resource):
    """Operations on `things`."""

    def all(self, *, options: RequestOptions | None = None) -> None:
        """`GET /things`"""
        return self._send(_all(), options)


class AsyncThings(AsyncResource):
    """Operations on `things`. Async; documented at :class:`Things`."""

    async def all(self, *, options: RequestOptions | None = None) -> None:
        """`GET /things`"""
        return await self._send(_all(), options)
