"""The resource `admin.tools`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _inspect_now() -> Request[None]:
    return Request(
        "somethingElse",
        "GET /pinned",
        name="admin.tools.inspect_now",
        reads="none",
    )


class Tools(Resource):
    """Operations on `admin.tools`."""

    def inspect_now(self, *, options: RequestOptions | None = None) -> None:
        """`GET /pinned`"""
        return self._send(_inspect_now(), options)


class AsyncTools(AsyncResource):
    """Operations on `admin.tools`. Async; documented at :class:`Tools`."""

    async def inspect_now(self, *, options: RequestOptions | None = None) -> None:
        """`GET /pinned`"""
        return await self._send(_inspect_now(), options)
