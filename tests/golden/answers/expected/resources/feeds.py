"""The resource `feeds`."""

from __future__ import annotations

from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.streams.events import AsyncEventStream, EventStream, EventStreamRequest
from .._runtime.streams.streams import AsyncJsonStream, JsonStream, JsonStreamRequest


def _watch_ticks() -> EventStreamRequest[models.Done | models.Tick]:
    return EventStreamRequest(
        "watchTicks",
        "GET /ticks",
        name="feeds.watch_ticks",
        returns=models.Done | models.Tick,
        by_event={"done": models.Done, "message": models.Tick},
    )


def _watch_notes() -> EventStreamRequest[models.Tick]:
    return EventStreamRequest(
        "watchNotes",
        "GET /notes",
        name="feeds.watch_notes",
        returns=models.Tick,
    )


def _read_lines() -> JsonStreamRequest[Any]:
    return JsonStreamRequest(
        "readLines",
        "GET /lines",
        name="feeds.read_lines",
        returns=Any,
        accept="application/x-ndjson",
    )


class Feeds(Resource):
    """Operations on `feeds`."""

    def watch_ticks(
        self, *, options: RequestOptions | None = None
    ) -> EventStream[models.Done | models.Tick]:
        """`GET /ticks`"""
        return self._send_stream(_watch_ticks(), options)

    def watch_notes(self, *, options: RequestOptions | None = None) -> EventStream[models.Tick]:
        """`GET /notes`"""
        return self._send_stream(_watch_notes(), options)

    def read_lines(self, *, options: RequestOptions | None = None) -> JsonStream[Any]:
        """`GET /lines`"""
        return self._send_stream(_read_lines(), options)


class AsyncFeeds(AsyncResource):
    """Operations on `feeds`. Async; documented at :class:`Feeds`."""

    async def watch_ticks(
        self, *, options: RequestOptions | None = None
    ) -> AsyncEventStream[models.Done | models.Tick]:
        """`GET /ticks`"""
        return await self._send_stream(_watch_ticks(), options)

    async def watch_notes(
        self, *, options: RequestOptions | None = None
    ) -> AsyncEventStream[models.Tick]:
        """`GET /notes`"""
        return await self._send_stream(_watch_notes(), options)

    async def read_lines(self, *, options: RequestOptions | None = None) -> AsyncJsonStream[Any]:
        """`GET /lines`"""
        return await self._send_stream(_read_lines(), options)
