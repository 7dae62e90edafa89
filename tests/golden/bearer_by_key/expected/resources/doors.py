"""The resource `doors`."""

from __future__ import annotations

from typing import Any

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[Any]:
    return Request(
        "listDoors",
        "GET /doors",
        name="doors.list",
        reads="any",
    )


class Doors(Resource):
    """Operations on `doors`."""

    def list(self, *, options: RequestOptions | None = None) -> Any:
        """`GET /doors`"""
        return self._send(_list(), options)


class AsyncDoors(AsyncResource):
    """Operations on `doors`. Async; documented at :class:`Doors`."""

    async def list(self, *, options: RequestOptions | None = None) -> Any:
        """`GET /doors`"""
        return await self._send(_list(), options)
