"""The resource `shelf`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get_row(row: int) -> Request[list[str]]:
    return Request(
        "getRow",
        "GET /shelf/rows/{row}",
        name="shelf.get_row",
        path_params={"row": row},
        returns=list[str],
    )


class Shelf(Resource):
    """Operations on `shelf`."""

    def get_row(self, row: int, *, options: RequestOptions | None = None) -> list[str]:
        """`GET /shelf/rows/{row}`"""
        return self._send(_get_row(row), options)


class AsyncShelf(AsyncResource):
    """Operations on `shelf`. Async; documented at :class:`Shelf`."""

    async def get_row(self, row: int, *, options: RequestOptions | None = None) -> list[str]:
        """`GET /shelf/rows/{row}`"""
        return await self._send(_get_row(row), options)
