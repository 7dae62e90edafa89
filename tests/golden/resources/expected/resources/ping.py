"""The resource `ping`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource


def _ping() -> Request[None]:
    return Request(
        "ping",
        "GET",
        "/ping",
        reads="none",
    )


class Ping(Resource):
    """Operations on `ping`."""

    def ping(self, *, options: RequestOptions | None = None) -> None:
        """Ping."""
        return self._client.send(_ping(), options)


class AsyncPing(AsyncResource):
    """Operations on `ping`. Async; documented at :class:`Ping`."""

    async def ping(self, *, options: RequestOptions | None = None) -> None:
        """Ping."""
        return await self._client.send(_ping(), options)
