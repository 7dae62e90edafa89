"""The resource `chats`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request
from .._runtime.streams.events import AsyncEventStream, EventStream, EventStreamRequest
from .._runtime.streams.streams import with_flag


def _create(body: models.Message | Mapping[str, Any]) -> Request[models.Answer]:
    return Request(
        "createChat",
        "POST /chats",
        name="chats.create",
        body=body,
        returns=models.Answer,
    )


def _create_stream(body: models.Message | Mapping[str, Any]) -> EventStreamRequest[models.Word]:
    return EventStreamRequest(
        "createChat_stream",
        "POST /chats",
        name="chats.create_stream",
        body=with_flag(body, "stream"),
        returns=models.Word,
    )


class Chats(Resource):
    """Operations on `chats`."""

    def create(
        self, body: models.Message | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Answer:
        """Answers a message.

        `create_stream` answers text/event-stream.
        """
        return self._send(_create(body), options)

    def create_stream(
        self, body: models.Message | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> EventStream[models.Word]:
        """`create`, answered as text/event-stream. Sets `stream` of the body.

        Answers a message.
        """
        return self._send_stream(_create_stream(body), options)


class AsyncChats(AsyncResource):
    """Operations on `chats`. Async; documented at :class:`Chats`."""

    async def create(
        self, body: models.Message | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Answer:
        """Answers a message."""
        return await self._send(_create(body), options)

    async def create_stream(
        self, body: models.Message | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> AsyncEventStream[models.Word]:
        """`create`, answered as text/event-stream. Sets `stream` of the body."""
        return await self._send_stream(_create_stream(body), options)
