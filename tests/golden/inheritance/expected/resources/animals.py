"""The resource `animals`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get(name: str) -> Request[models.AnyAnimal]:
    return Request(
        "getAnimal",
        "GET /animals/{name}",
        name="animals.get",
        path_params={"name": name},
        may_be_empty=("name",),
        returns=models.AnyAnimal,
    )


class Animals(Resource):
    """Operations on `animals`."""

    def get(self, name: str, *, options: RequestOptions | None = None) -> models.AnyAnimal:
        """`GET /animals/{name}`"""
        return self._send(_get(name), options)


class AsyncAnimals(AsyncResource):
    """Operations on `animals`. Async; documented at :class:`Animals`."""

    async def get(self, name: str, *, options: RequestOptions | None = None) -> models.AnyAnimal:
        """`GET /animals/{name}`"""
        return await self._send(_get(name), options)
