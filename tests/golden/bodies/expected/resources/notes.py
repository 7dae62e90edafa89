"""The resource `notes`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.bodies.uploads import AsyncRawBody, RawBody
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _create(body: str | AsyncRawBody) -> Request[str]:
    return Request(
        "createNote",
        "POST /notes",
        name="notes.create",
        body=body,
        media_type="text/plain",
        reads="text",
        accept="text/plain",
    )


class Notes(Resource):
    """Operations on `notes`."""

    def create(self, body: str | RawBody, *, options: RequestOptions | None = None) -> str:
        """`POST /notes`"""
        return self._send(_create(body), options)


class AsyncNotes(AsyncResource):
    """Operations on `notes`. Async; documented at :class:`Notes`."""

    async def create(
        self, body: str | AsyncRawBody, *, options: RequestOptions | None = None
    ) -> str:
        """`POST /notes`"""
        return await self._send(_create(body), options)
