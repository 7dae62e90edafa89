"""The resource `clocks`."""

from __future__ import annotations

import builtins
from datetime import datetime

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _omit() -> Request[None]:
    return Request(
        "omit",
        "GET /clocks",
        name="clocks.omit_",
        reads="none",
    )


def _datetime(at: datetime | Omit) -> Request[None]:
    return Request(
        "datetime",
        "PUT /clocks",
        name="clocks.datetime_",
        query={"at": at},
        reads="none",
    )


def _int(at: builtins.int | Omit) -> Request[None]:
    return Request(
        "int",
        "POST /clocks",
        name="clocks.int",
        query={"at": at},
        reads="none",
    )


class Clocks(Resource):
    """Operations on `clocks`."""

    def omit_(self, *, options: RequestOptions | None = None) -> None:
        """`GET /clocks`"""
        return self._send(_omit(), options)

    def datetime_(
        self, *, at: datetime | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`PUT /clocks`"""
        return self._send(_datetime(at), options)

    def int(self, *, at: builtins.int | Omit = omit, options: RequestOptions | None = None) -> None:
        """`POST /clocks`"""
        return self._send(_int(at), options)


class AsyncClocks(AsyncResource):
    """Operations on `clocks`. Async; documented at :class:`Clocks`."""

    async def omit_(self, *, options: RequestOptions | None = None) -> None:
        """`GET /clocks`"""
        return await self._send(_omit(), options)

    async def datetime_(
        self, *, at: datetime | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`PUT /clocks`"""
        return await self._send(_datetime(at), options)

    async def int(
        self, *, at: builtins.int | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`POST /clocks`"""
        return await self._send(_int(at), options)
