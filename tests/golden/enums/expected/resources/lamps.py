"""The resource `lamps`."""

from __future__ import annotations

from collections.abc import Sequence

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(
    colour: models.LampColour | Omit,
    sort: models.LampSort | Omit,
    only: Sequence[models.Power] | Omit,
    level: models.LampLevel | Omit,
    glow: models.LampGlow | str | Omit,
) -> Request[models.Lamp]:
    return Request(
        "listLamps",
        "GET /lamps",
        name="lamps.list",
        query={"colour": colour, "sort": sort, "only": only, "level": level, "glow": glow},
        returns=models.Lamp,
    )


class Lamps(Resource):
    """Operations on `lamps`."""

    def list(
        self,
        *,
        colour: models.LampColour | Omit = omit,
        sort: models.LampSort | Omit = omit,
        only: Sequence[models.Power] | Omit = omit,
        level: models.LampLevel | Omit = omit,
        glow: models.LampGlow | str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Lamp:
        """`GET /lamps`"""
        return self._send(_list(colour, sort, only, level, glow), options)


class AsyncLamps(AsyncResource):
    """Operations on `lamps`. Async; documented at :class:`Lamps`."""

    async def list(
        self,
        *,
        colour: models.LampColour | Omit = omit,
        sort: models.LampSort | Omit = omit,
        only: Sequence[models.Power] | Omit = omit,
        level: models.LampLevel | Omit = omit,
        glow: models.LampGlow | str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Lamp:
        """`GET /lamps`"""
        return await self._send(_list(colour, sort, only, level, glow), options)
