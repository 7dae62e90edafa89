"""The resource `engines`."""

from __future__ import annotations

from .. import models as models_
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get(models: str) -> Request[models_.Engine]:
    return Request(
        "getEngine",
        "GET /engines/{models}",
        name="engines.get",
        path_params={"models": models},
        may_be_empty=("models",),
        returns=models_.Engine,
    )


class Engines(Resource):
    """Operations on `engines`."""

    def get(self, models: str, *, options: RequestOptions | None = None) -> models_.Engine:
        """`GET /engines/{models}`"""
        return self._send(_get(models), options)


class AsyncEngines(AsyncResource):
    """Operations on `engines`. Async; documented at :class:`Engines`."""

    async def get(self, models: str, *, options: RequestOptions | None = None) -> models_.Engine:
        """`GET /engines/{models}`"""
        return await self._send(_get(models), options)
