"""The resource `cats`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _find_all() -> Request[None]:
    return Request(
        "CatsController_findAll",
        "GET /cats",
        name="cats.find_all",
        reads="none",
    )


def _find_all_v2() -> Request[None]:
    return Request(
        "CatsController_findAll_v2",
        "GET /v2/cats",
        name="cats.find_all_v2",
        reads="none",
    )


class Cats(Resource):
    """Operations on `cats`."""

    def find_all(self, *, options: RequestOptions | None = None) -> None:
        """NestJS."""
        return self._send(_find_all(), options)

    def find_all_v2(self, *, options: RequestOptions | None = None) -> None:
        """NestJS with versions."""
        return self._send(_find_all_v2(), options)


class AsyncCats(AsyncResource):
    """Operations on `cats`. Async; documented at :class:`Cats`."""

    async def find_all(self, *, options: RequestOptions | None = None) -> None:
        """NestJS."""
        return await self._send(_find_all(), options)

    async def find_all_v2(self, *, options: RequestOptions | None = None) -> None:
        """NestJS with versions."""
        return await self._send(_find_all_v2(), options)
