"""The resource `orders`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[None]:
    return Request(
        "ListOrdersV1",
        "GET /v1/orders",
        name="orders.list",
        reads="none",
    )


def _create() -> Request[None]:
    return Request(
        "CreateOrderV1",
        "POST /v1/orders",
        name="orders.create",
        reads="none",
    )


def _get(id_: str) -> Request[None]:
    return Request(
        "GetOrderV1",
        "GET /v1/orders/{id}",
        name="orders.get",
        path_params={"id": id_},
        reads="none",
    )


def _delete(id_: str) -> Request[None]:
    return Request(
        "DeleteOrderV1",
        "DELETE /v1/orders/{id}",
        name="orders.delete",
        path_params={"id": id_},
        reads="none",
    )


def _archive(id_: str) -> Request[None]:
    return Request(
        "ArchiveOrderV1",
        "POST /v1/orders/{id}:archive",
        name="orders.archive",
        path_params={"id": id_},
        reads="none",
    )


def _list_lines(id_: str) -> Request[None]:
    return Request(
        "ListOrderLinesV1",
        "GET /v1/orders/{id}/order_lines",
        name="orders.list_lines",
        path_params={"id": id_},
        reads="none",
    )


class Orders(Resource):
    """What customers asked for."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /v1/orders`"""
        return self._send(_list(), options)

    def create(self, *, options: RequestOptions | None = None) -> None:
        """`POST /v1/orders`"""
        return self._send(_create(), options)

    def get(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`GET /v1/orders/{id}`"""
        return self._send(_get(id_), options)

    def delete(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`DELETE /v1/orders/{id}`"""
        return self._send(_delete(id_), options)

    def archive(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`POST /v1/orders/{id}:archive`"""
        return self._send(_archive(id_), options)

    def list_lines(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`GET /v1/orders/{id}/order_lines`"""
        return self._send(_list_lines(id_), options)


class AsyncOrders(AsyncResource):
    """What customers asked for. Async; documented at :class:`Orders`."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /v1/orders`"""
        return await self._send(_list(), options)

    async def create(self, *, options: RequestOptions | None = None) -> None:
        """`POST /v1/orders`"""
        return await self._send(_create(), options)

    async def get(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`GET /v1/orders/{id}`"""
        return await self._send(_get(id_), options)

    async def delete(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`DELETE /v1/orders/{id}`"""
        return await self._send(_delete(id_), options)

    async def archive(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`POST /v1/orders/{id}:archive`"""
        return await self._send(_archive(id_), options)

    async def list_lines(self, id_: str, *, options: RequestOptions | None = None) -> None:
        """`GET /v1/orders/{id}/order_lines`"""
        return await self._send(_list_lines(id_), options)
