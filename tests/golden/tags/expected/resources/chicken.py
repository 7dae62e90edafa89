"""The resource `chicken`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get() -> Request[None]:
    return Request(
        "getChicken",
        "GET /chicken",
        name="chicken.get",
        reads="none",
    )


class Chicken(Resource):
    """Operations on `chicken`."""

    def get(self, *, options: RequestOptions | None = None) -> None:
        """`GET /chicken`"""
        return self._send(_get(), options)


class AsyncChicken(AsyncResource):
    """Operations on `chicken`. Async; documented at :class:`Chicken`."""

    async def get(self, *, options: RequestOptions | None = None) -> None:
        """`GET /chicken`"""
        return await self._send(_get(), options)
