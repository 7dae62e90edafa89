"""The resource `rooms`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[None]:
    return Request(
        "???",
        "GET /rooms",
        name="rooms.list",
        reads="none",
    )


def _create() -> Request[None]:
    return Request(
        "post /rooms",
        "POST /rooms",
        name="rooms.create",
        reads="none",
    )


class Rooms(Resource):
    """Operations on `rooms`."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """No word."""
        return self._send(_list(), options)

    def create(self, *, options: RequestOptions | None = None) -> None:
        """None."""
        return self._send(_create(), options)


class AsyncRooms(AsyncResource):
    """Operations on `rooms`. Async; documented at :class:`Rooms`."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """No word."""
        return await self._send(_list(), options)

    async def create(self, *, options: RequestOptions | None = None) -> None:
        """None."""
        return await self._send(_create(), options)
