"""The resource `events`."""

from __future__ import annotations

import builtins
from datetime import date, datetime, timedelta

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.formats import Base64, IsoDuration, SecondsDuration
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(
    since: datetime | Omit,
    day: date | Omit,
    within: timedelta | Omit,
    lasting: timedelta | Omit,
    after: int | Omit,
    digest: bytes | Omit,
) -> Request[builtins.list[models.Event]]:
    return Request(
        "listEvents",
        "GET /events",
        name="events.list",
        query={
            "since": since,
            "day": day,
            "within": within,
            "lasting": lasting,
            "after": after,
            "digest": digest,
        },
        formats={"within": IsoDuration, "lasting": SecondsDuration, "digest": Base64},
        returns=builtins.list[models.Event],
    )


class Events(Resource):
    """Operations on `events`."""

    def list(
        self,
        *,
        since: datetime | Omit = omit,
        day: date | Omit = omit,
        within: timedelta | Omit = omit,
        lasting: timedelta | Omit = omit,
        after: int | Omit = omit,
        digest: bytes | Omit = omit,
        options: RequestOptions | None = None,
    ) -> builtins.list[models.Event]:
        """`GET /events`"""
        return self._send(_list(since, day, within, lasting, after, digest), options)


class AsyncEvents(AsyncResource):
    """Operations on `events`. Async; documented at :class:`Events`."""

    async def list(
        self,
        *,
        since: datetime | Omit = omit,
        day: date | Omit = omit,
        within: timedelta | Omit = omit,
        lasting: timedelta | Omit = omit,
        after: int | Omit = omit,
        digest: bytes | Omit = omit,
        options: RequestOptions | None = None,
    ) -> builtins.list[models.Event]:
        """`GET /events`"""
        return await self._send(_list(since, day, within, lasting, after, digest), options)
