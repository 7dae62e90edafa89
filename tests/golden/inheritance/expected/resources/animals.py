"""The resource `animals`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.animals import AnyAnimal


def _get(name: str) -> Request[AnyAnimal]:
    return Request(
        "getAnimal",
        "GET",
        "/animals/{name}",
        path_params={"name": name},
        returns=AnyAnimal,
    )


class Animals(Resource):
    """Operations on `animals`."""

    def get(self, name: str, *, options: RequestOptions | None = None) -> AnyAnimal:
        """`GET /animals/{name}`"""
        return self._client.send(_get(name), options)


class AsyncAnimals(AsyncResource):
    """Operations on `animals`. Async; documented at :class:`Animals`."""

    async def get(self, name: str, *, options: RequestOptions | None = None) -> AnyAnimal:
        """`GET /animals/{name}`"""
        return await self._client.send(_get(name), options)
