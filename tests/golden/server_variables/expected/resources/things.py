"""The resource `things`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[None]:
    return Request(
        "listThings",
        "GET /things",
        name="things.list",
        reads="none",
    )


def _get_elsewhere() -> Request[None]:
    return Request(
        "getElsewhere",
        "GET /elsewhere",
        name="things.get_elsewhere",
        reads="none",
        server="https://eu.example.com",
    )


class Things(Resource):
    """Operations on `things`."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /things`"""
        return self._send(_list(), options)

    def get_elsewhere(self, *, options: RequestOptions | None = None) -> None:
        """`GET /elsewhere`"""
        return self._send(_get_elsewhere(), options)


class AsyncThings(AsyncResource):
    """Operations on `things`. Async; documented at :class:`Things`."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /things`"""
        return await self._send(_list(), options)

    async def get_elsewhere(self, *, options: RequestOptions | None = None) -> None:
        """`GET /elsewhere`"""
        return await self._send(_get_elsewhere(), options)
