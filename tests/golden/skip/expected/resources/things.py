"""The resource `things`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get_kept() -> Request[None]:
    return Request(
        "getKept",
        "GET /kept",
        name="things.get_kept",
        reads="none",
    )


class Things(Resource):
    """Operations on `things`."""

    def get_kept(self, *, options: RequestOptions | None = None) -> None:
        """`GET /kept`"""
        return self._send(_get_kept(), options)


class AsyncThings(AsyncResource):
    """Operations on `things`. Async; documented at :class:`Things`."""

    async def get_kept(self, *, options: RequestOptions | None = None) -> None:
        """`GET /kept`"""
        return await self._send(_get_kept(), options)
