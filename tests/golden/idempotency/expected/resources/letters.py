"""The resource `letters`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _create() -> Request[None]:
    return Request(
        "createLetter",
        "POST /letters",
        name="letters.create",
        reads="none",
    )


class Letters(Resource):
    """Operations on `letters`."""

    def create(self, *, options: RequestOptions | None = None) -> None:
        """`POST /letters`"""
        return self._send(_create(), options)


class AsyncLetters(AsyncResource):
    """Operations on `letters`. Async; documented at :class:`Letters`."""

    async def create(self, *, options: RequestOptions | None = None) -> None:
        """`POST /letters`"""
        return await self._send(_create(), options)
