"""The resource `orders`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.orders import CreatedResponse, ListOrdersResponse, Order, OrderState


def _list(sort: OrderState | Omit) -> Request[ListOrdersResponse]:
    return Request(
        "listOrders",
        "GET",
        "/orders",
        query={"sort": sort},
        returns=ListOrdersResponse,
    )


def _create(body: Order | Mapping[str, Any]) -> Request[CreatedResponse]:
    return Request(
        "createOrder",
        "POST",
        "/orders",
        body=body,
        returns=CreatedResponse,
    )


def _get_last_order() -> Request[CreatedResponse]:
    return Request(
        "getLastOrder",
        "GET",
        "/orders/last",
        returns=CreatedResponse,
    )


class Orders(Resource):
    """Operations on `orders`."""

    def list(
        self, *, sort: OrderState | Omit = omit, options: RequestOptions | None = None
    ) -> ListOrdersResponse:
        """`GET /orders`"""
        return self._client.send(_list(sort), options)

    def create(
        self, body: Order | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> CreatedResponse:
        """`POST /orders`"""
        return self._client.send(_create(body), options)

    def get_last_order(self, *, options: RequestOptions | None = None) -> CreatedResponse:
        """`GET /orders/last`"""
        return self._client.send(_get_last_order(), options)


class AsyncOrders(AsyncResource):
    """Operations on `orders`. Async; documented at :class:`Orders`."""

    async def list(
        self, *, sort: OrderState | Omit = omit, options: RequestOptions | None = None
    ) -> ListOrdersResponse:
        """`GET /orders`"""
        return await self._client.send(_list(sort), options)

    async def create(
        self, body: Order | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> CreatedResponse:
        """`POST /orders`"""
        return await self._client.send(_create(body), options)

    async def get_last_order(self, *, options: RequestOptions | None = None) -> CreatedResponse:
        """`GET /orders/last`"""
        return await self._client.send(_get_last_order(), options)
