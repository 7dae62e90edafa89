"""The resource `animals`."""

from __future__ import annotations

from typing import Annotated

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from .._runtime.unions import Tagged
from ..models.animals import Animal, Bird, Fish, Penguin


def _get(name: str) -> Request[Bird | Fish | Penguin | Animal]:
    return Request(
        "getAnimal",
        "GET",
        "/animals/{name}",
        path_params={"name": name},
        returns=Annotated[
            Bird | Fish | Penguin | Animal,
            Tagged("animalType", {"Bird": Bird, "Fish": Fish, "Penguin": Penguin}, Animal),
        ],
    )


class Animals(Resource):
    """Operations on `animals`."""

    def get(
        self, name: str, *, options: RequestOptions | None = None
    ) -> Bird | Fish | Penguin | Animal:
        """Get."""
        return self._client.send(_get(name), options)


class AsyncAnimals(AsyncResource):
    """Operations on `animals`. Async; documented at :class:`Animals`."""

    async def get(
        self, name: str, *, options: RequestOptions | None = None
    ) -> Bird | Fish | Penguin | Animal:
        """Get."""
        return await self._client.send(_get(name), options)
