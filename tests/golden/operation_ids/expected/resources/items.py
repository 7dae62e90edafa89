"""The resource `items`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[None]:
    return Request(
        "read_items_items__get",
        "GET /items/",
        name="items.list",
        reads="none",
    )


def _create() -> Request[None]:
    return Request(
        "create_item_items__post",
        "POST /items/",
        name="items.create",
        reads="none",
    )


def _read(item_id: str) -> Request[None]:
    return Request(
        "read_item_items__item_id__get",
        "GET /items/{item_id}",
        name="items.read",
        path_params={"item_id": item_id},
        reads="none",
    )


class Items(Resource):
    """Operations on `items`."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """FastAPI."""
        return self._send(_list(), options)

    def create(self, *, options: RequestOptions | None = None) -> None:
        """FastAPI."""
        return self._send(_create(), options)

    def read(self, item_id: str, *, options: RequestOptions | None = None) -> None:
        """FastAPI."""
        return self._send(_read(item_id), options)


class AsyncItems(AsyncResource):
    """Operations on `items`. Async; documented at :class:`Items`."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """FastAPI."""
        return await self._send(_list(), options)

    async def create(self, *, options: RequestOptions | None = None) -> None:
        """FastAPI."""
        return await self._send(_create(), options)

    async def read(self, item_id: str, *, options: RequestOptions | None = None) -> None:
        """FastAPI."""
        return await self._send(_read(item_id), options)
