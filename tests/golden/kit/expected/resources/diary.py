"""The resource `diary`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.streams.streams import AsyncJsonStream, JsonStream, JsonStreamRequest


def _read() -> JsonStreamRequest[models.Entry]:
    return JsonStreamRequest(
        "readDiary",
        "GET /diary",
        name="diary.read",
        returns=models.Entry,
        accept="application/x-ndjson",
    )


class Diary(Resource):
    """Operations on `diary`."""

    def read(self, *, options: RequestOptions | None = None) -> JsonStream[models.Entry]:
        """`GET /diary`"""
        return self._send_stream(_read(), options)


class AsyncDiary(AsyncResource):
    """Operations on `diary`. Async; documented at :class:`Diary`."""

    async def read(self, *, options: RequestOptions | None = None) -> AsyncJsonStream[models.Entry]:
        """`GET /diary`"""
        return await self._send_stream(_read(), options)
