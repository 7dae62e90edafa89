"""The resource `doors`."""

from __future__ import annotations

import builtins

from .._options import RequestOptions
from .._runtime.bodies.uploads import AsyncFileBody, FileBody
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list() -> Request[builtins.list[str]]:
    return Request(
        "listDoors",
        "GET /doors",
        name="doors.list",
        returns=builtins.list[str],
        security=(("session",),),
    )


def _draw_plan(body: AsyncFileBody | Omit) -> Request[None]:
    return Request(
        "drawPlan",
        "PUT /doors/plan",
        name="doors.draw_plan",
        upload=body,
        media_type="application/octet-stream",
        reads="none",
        security=(("session",),),
    )


def _get_open() -> Request[None]:
    return Request(
        "getOpen",
        "GET /open",
        name="doors.get_open",
        reads="none",
    )


def _get_keyed() -> Request[None]:
    return Request(
        "getKeyed",
        "GET /keyed",
        name="doors.get_keyed",
        reads="none",
        security=(("key",),),
    )


class Doors(Resource):
    """Operations on `doors`."""

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[str]:
        """`GET /doors`"""
        return self._send(_list(), options)

    def draw_plan(
        self, body: FileBody | Omit = omit, *, options: RequestOptions | None = None
    ) -> None:
        """`PUT /doors/plan`"""
        return self._send(_draw_plan(body), options)

    def get_open(self, *, options: RequestOptions | None = None) -> None:
        """`GET /open`"""
        return self._send(_get_open(), options)

    def get_keyed(self, *, options: RequestOptions | None = None) -> None:
        """`GET /keyed`"""
        return self._send(_get_keyed(), options)


class AsyncDoors(AsyncResource):
    """Operations on `doors`. Async; documented at :class:`Doors`."""

    async def list(self, *, options: RequestOptions | None = None) -> builtins.list[str]:
        """`GET /doors`"""
        return await self._send(_list(), options)

    async def draw_plan(
        self, body: AsyncFileBody | Omit = omit, *, options: RequestOptions | None = None
    ) -> None:
        """`PUT /doors/plan`"""
        return await self._send(_draw_plan(body), options)

    async def get_open(self, *, options: RequestOptions | None = None) -> None:
        """`GET /open`"""
        return await self._send(_get_open(), options)

    async def get_keyed(self, *, options: RequestOptions | None = None) -> None:
        """`GET /keyed`"""
        return await self._send(_get_keyed(), options)
