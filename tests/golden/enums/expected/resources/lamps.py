"""The resource `lamps`."""

from __future__ import annotations

from collections.abc import Sequence

from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.lamps import Lamp, LampColour, LampLevel, LampSort, Power


def _list(
    colour: LampColour | Omit,
    sort: LampSort | Omit,
    only: Sequence[Power] | Omit,
    level: LampLevel | Omit,
) -> Request[Lamp]:
    return Request(
        "listLamps",
        "GET",
        "/lamps",
        query={"colour": colour, "sort": sort, "only": only, "level": level},
        returns=Lamp,
    )


class Lamps(Resource):
    """Operations on `lamps`."""

    def list(
        self,
        *,
        colour: LampColour | Omit = omit,
        sort: LampSort | Omit = omit,
        only: Sequence[Power] | Omit = omit,
        level: LampLevel | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Lamp:
        """`GET /lamps`"""
        return self._client.send(_list(colour, sort, only, level), options)


class AsyncLamps(AsyncResource):
    """Operations on `lamps`. Async; documented at :class:`Lamps`."""

    async def list(
        self,
        *,
        colour: LampColour | Omit = omit,
        sort: LampSort | Omit = omit,
        only: Sequence[Power] | Omit = omit,
        level: LampLevel | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Lamp:
        """`GET /lamps`"""
        return await self._client.send(_list(colour, sort, only, level), options)
