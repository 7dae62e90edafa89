"""The resource `doors`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get_default() -> Request[None]:
    return Request(
        "getDefault",
        "GET /default",
        name="doors.get_default",
        reads="none",
    )


def _get_second() -> Request[None]:
    return Request(
        "getSecond",
        "GET /default2",
        name="doors.get_second",
        reads="none",
    )


def _get_open() -> Request[None]:
    return Request(
        "getOpen",
        "GET /open",
        name="doors.get_open",
        reads="none",
        security=(),
    )


def _get_both() -> Request[None]:
    return Request(
        "getBoth",
        "GET /both",
        name="doors.get_both",
        reads="none",
        security=(("basic", "queryKey"),),
    )


def _get_optional() -> Request[None]:
    return Request(
        "getOptional",
        "GET /optional",
        name="doors.get_optional",
        reads="none",
        security=(("cookieKey",), ()),
    )


def _get_certified() -> Request[None]:
    return Request(
        "getCertified",
        "GET /certified",
        name="doors.get_certified",
        reads="none",
        security=(("certificate", "oauth"),),
        scopes=("write",),
    )


def _get_challenged() -> Request[None]:
    return Request(
        "getChallenged",
        "GET /challenged",
        name="doors.get_challenged",
        reads="none",
        security=(("digest",), ("basic",)),
    )


def _get_scoped() -> Request[None]:
    return Request(
        "getScoped",
        "GET /scoped",
        name="doors.get_scoped",
        reads="none",
        security=(("oauth",),),
        scopes=("read",),
    )


class Doors(Resource):
    """Operations on `doors`."""

    def get_default(self, *, options: RequestOptions | None = None) -> None:
        """`GET /default`"""
        return self._send(_get_default(), options)

    def get_second(self, *, options: RequestOptions | None = None) -> None:
        """`GET /default2`"""
        return self._send(_get_second(), options)

    def get_open(self, *, options: RequestOptions | None = None) -> None:
        """`GET /open`"""
        return self._send(_get_open(), options)

    def get_both(self, *, options: RequestOptions | None = None) -> None:
        """`GET /both`"""
        return self._send(_get_both(), options)

    def get_optional(self, *, options: RequestOptions | None = None) -> None:
        """`GET /optional`"""
        return self._send(_get_optional(), options)

    def get_certified(self, *, options: RequestOptions | None = None) -> None:
        """`GET /certified`"""
        return self._send(_get_certified(), options)

    def get_challenged(self, *, options: RequestOptions | None = None) -> None:
        """`GET /challenged`"""
        return self._send(_get_challenged(), options)

    def get_scoped(self, *, options: RequestOptions | None = None) -> None:
        """`GET /scoped`"""
        return self._send(_get_scoped(), options)


class AsyncDoors(AsyncResource):
    """Operations on `doors`. Async; documented at :class:`Doors`."""

    async def get_default(self, *, options: RequestOptions | None = None) -> None:
        """`GET /default`"""
        return await self._send(_get_default(), options)

    async def get_second(self, *, options: RequestOptions | None = None) -> None:
        """`GET /default2`"""
        return await self._send(_get_second(), options)

    async def get_open(self, *, options: RequestOptions | None = None) -> None:
        """`GET /open`"""
        return await self._send(_get_open(), options)

    async def get_both(self, *, options: RequestOptions | None = None) -> None:
        """`GET /both`"""
        return await self._send(_get_both(), options)

    async def get_optional(self, *, options: RequestOptions | None = None) -> None:
        """`GET /optional`"""
        return await self._send(_get_optional(), options)

    async def get_certified(self, *, options: RequestOptions | None = None) -> None:
        """`GET /certified`"""
        return await self._send(_get_certified(), options)

    async def get_challenged(self, *, options: RequestOptions | None = None) -> None:
        """`GET /challenged`"""
        return await self._send(_get_challenged(), options)

    async def get_scoped(self, *, options: RequestOptions | None = None) -> None:
        """`GET /scoped`"""
        return await self._send(_get_scoped(), options)
