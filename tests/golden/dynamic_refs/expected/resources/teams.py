"""The resource `teams`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[models.TeamList]:
    return Request(
        "listTeams",
        "GET /teams",
        name="teams.list",
        returns=models.TeamList,
    )


class Teams(Resource):
    """Operations on `teams`."""

    def list(self, *, options: RequestOptions | None = None) -> models.TeamList:
        """`GET /teams`"""
        return self._send(_list(), options)


class AsyncTeams(AsyncResource):
    """Operations on `teams`. Async; documented at :class:`Teams`."""

    async def list(self, *, options: RequestOptions | None = None) -> models.TeamList:
        """`GET /teams`"""
        return await self._send(_list(), options)
