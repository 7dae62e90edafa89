"""The resource `trains`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(page_token: str | Omit) -> Request[models.BikeList]:
    return Request(
        "listTrains",
        "GET /trains",
        name="trains.list",
        query={"page_token": page_token},
        returns=models.BikeList,
    )


class Trains(Resource):
    """Operations on `trains`."""

    def list(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.BikeList:
        """Switched off by the spec."""
        return self._send(_list(page_token), options)


class AsyncTrains(AsyncResource):
    """Operations on `trains`. Async; documented at :class:`Trains`."""

    async def list(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.BikeList:
        """Switched off by the spec."""
        return await self._send(_list(page_token), options)
