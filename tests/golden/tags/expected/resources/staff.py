"""The resource `staff`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[None]:
    return Request(
        "listStaff",
        "GET /staff",
        name="staff.list",
        reads="none",
    )


class Staff(Resource):
    """Who works here."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /staff`"""
        return self._send(_list(), options)


class AsyncStaff(AsyncResource):
    """Who works here. Async; documented at :class:`Staff`."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /staff`"""
        return await self._send(_list(), options)
