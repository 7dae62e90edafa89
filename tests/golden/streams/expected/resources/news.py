"""The resource `news`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.event_streams import (
    AsyncEventStream,
    EventStream,
    EventStreamRequest,
    ServerSentEvent,
)
from .._runtime.omission import Omit, omit
from .._runtime.resources import AsyncResource, Resource
from ..models.news import Rain, Wind


def _follow(last_event_id: str | Omit) -> EventStreamRequest[ServerSentEvent]:
    return EventStreamRequest(
        "followNews",
        "GET",
        "/news",
        headers={"Last-Event-ID": last_event_id},
    )


def _follow_weather() -> EventStreamRequest[Rain | Wind]:
    return EventStreamRequest(
        "followWeather",
        "GET",
        "/weather",
        returns=Rain | Wind,
        by_event={"rain": Rain, "wind": Wind},
    )


class News(Resource):
    """Operations on `news`."""

    def follow(
        self, *, last_event_id: str | Omit = omit, options: RequestOptions | None = None
    ) -> EventStream[ServerSentEvent]:
        """`GET /news`"""
        return self._client.send_stream(_follow(last_event_id), options)

    def follow_weather(self, *, options: RequestOptions | None = None) -> EventStream[Rain | Wind]:
        """`GET /weather`"""
        return self._client.send_stream(_follow_weather(), options)


class AsyncNews(AsyncResource):
    """Operations on `news`. Async; documented at :class:`News`."""

    async def follow(
        self, *, last_event_id: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncEventStream[ServerSentEvent]:
        """`GET /news`"""
        return await self._client.send_stream(_follow(last_event_id), options)

    async def follow_weather(
        self, *, options: RequestOptions | None = None
    ) -> AsyncEventStream[Rain | Wind]:
        """`GET /weather`"""
        return await self._client.send_stream(_follow_weather(), options)
