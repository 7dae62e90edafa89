"""The resource `settings`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get() -> Request[None]:
    return Request(
        "GetSettings",
        "GET /v1/settings",
        name="settings.get",
        reads="none",
    )


class Settings(Resource):
    """Operations on `settings`."""

    def get(self, *, options: RequestOptions | None = None) -> None:
        """`GET /v1/settings`"""
        return self._send(_get(), options)


class AsyncSettings(AsyncResource):
    """Operations on `settings`. Async; documented at :class:`Settings`."""

    async def get(self, *, options: RequestOptions | None = None) -> None:
        """`GET /v1/settings`"""
        return await self._send(_get(), options)
