"""The resource `egg`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get() -> Request[None]:
    return Request(
        "getEgg",
        "GET /egg",
        name="egg.get",
        reads="none",
    )


class Egg(Resource):
    """Operations on `egg`."""

    def get(self, *, options: RequestOptions | None = None) -> None:
        """`GET /egg`"""
        return self._send(_get(), options)


class AsyncEgg(AsyncResource):
    """Operations on `egg`. Async; documented at :class:`Egg`."""

    async def get(self, *, options: RequestOptions | None = None) -> None:
        """`GET /egg`"""
        return await self._send(_get(), options)
