"""The resource `news`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.server_sent_events import ServerSentEvent
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.streams.events import AsyncEventStream, EventStream, EventStreamRequest


def _follow(last_event_id: str | Omit) -> EventStreamRequest[ServerSentEvent]:
    return EventStreamRequest(
        "followNews",
        "GET /news",
        name="news.follow",
        headers={"Last-Event-ID": last_event_id},
    )


def _follow_weather() -> EventStreamRequest[models.Rain | models.Wind | str]:
    return EventStreamRequest(
        "followWeather",
        "GET /weather",
        name="news.follow_weather",
        returns=models.Rain | models.Wind | str,
        by_event={"rain": models.Rain, "wind": models.Wind, "note": str},
    )


class News(Resource):
    """Operations on `news`."""

    def follow(
        self, *, last_event_id: str | Omit = omit, options: RequestOptions | None = None
    ) -> EventStream[ServerSentEvent]:
        """`GET /news`"""
        return self._send_stream(_follow(last_event_id), options)

    def follow_weather(
        self, *, options: RequestOptions | None = None
    ) -> EventStream[models.Rain | models.Wind | str]:
        """`GET /weather`"""
        return self._send_stream(_follow_weather(), options)


class AsyncNews(AsyncResource):
    """Operations on `news`. Async; documented at :class:`News`."""

    async def follow(
        self, *, last_event_id: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncEventStream[ServerSentEvent]:
        """`GET /news`"""
        return await self._send_stream(_follow(last_event_id), options)

    async def follow_weather(
        self, *, options: RequestOptions | None = None
    ) -> AsyncEventStream[models.Rain | models.Wind | str]:
        """`GET /weather`"""
        return await self._send_stream(_follow_weather(), options)
