"""The resource `lost`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _find() -> Request[None]:
    return Request(
        "findLost",
        "GET /lost",
        name="lost.find",
        reads="none",
    )


class Lost(Resource):
    """Operations on `lost`."""

    def find(self, *, options: RequestOptions | None = None) -> None:
        """`GET /lost`"""
        return self._send(_find(), options)


class AsyncLost(AsyncResource):
    """Operations on `lost`. Async; documented at :class:`Lost`."""

    async def find(self, *, options: RequestOptions | None = None) -> None:
        """`GET /lost`"""
        return await self._send(_find(), options)
