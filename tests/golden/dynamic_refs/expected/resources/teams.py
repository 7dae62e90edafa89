"""The resource `teams`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.teams import TeamList


def _list() -> Request[TeamList]:
    return Request(
        "listTeams",
        "GET",
        "/teams",
        returns=TeamList,
    )


class Teams(Resource):
    """Operations on `teams`."""

    def list(self, *, options: RequestOptions | None = None) -> TeamList:
        """`GET /teams`"""
        return self._client.send(_list(), options)


class AsyncTeams(AsyncResource):
    """Operations on `teams`. Async; documented at :class:`Teams`."""

    async def list(self, *, options: RequestOptions | None = None) -> TeamList:
        """`GET /teams`"""
        return await self._client.send(_list(), options)
