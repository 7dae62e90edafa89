"""The resource `status`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get() -> Request[None]:
    return Request(
        "get /status",
        "GET /status",
        name="status.get",
        reads="none",
    )


class Status(Resource):
    """Operations on `status`."""

    def get(self, *, options: RequestOptions | None = None) -> None:
        """`GET /status`"""
        return self._send(_get(), options)


class AsyncStatus(AsyncResource):
    """Operations on `status`. Async; documented at :class:`Status`."""

    async def get(self, *, options: RequestOptions | None = None) -> None:
        """`GET /status`"""
        return await self._send(_get(), options)
