"""The resource `weather`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.streams.events import AsyncEventStream, EventStream, EventStreamRequest


def _watch() -> EventStreamRequest[models.Entry]:
    return EventStreamRequest(
        "watchWeather",
        "GET /weather",
        name="weather.watch",
        returns=models.Entry,
    )


class Weather(Resource):
    """Operations on `weather`."""

    def watch(self, *, options: RequestOptions | None = None) -> EventStream[models.Entry]:
        """`GET /weather`"""
        return self._send_stream(_watch(), options)


class AsyncWeather(AsyncResource):
    """Operations on `weather`. Async; documented at :class:`Weather`."""

    async def watch(
        self, *, options: RequestOptions | None = None
    ) -> AsyncEventStream[models.Entry]:
        """`GET /weather`"""
        return await self._send_stream(_watch(), options)
