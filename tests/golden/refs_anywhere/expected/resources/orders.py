"""The resource `orders`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(sort: models.OrderState | Omit) -> Request[models.ListOrdersResponse]:
    return Request(
        "listOrders",
        "GET /orders",
        name="orders.list",
        query={"sort": sort},
        returns=models.ListOrdersResponse,
    )


def _create(body: models.Order | Mapping[str, Any]) -> Request[models.CreatedResponse]:
    return Request(
        "createOrder",
        "POST /orders",
        name="orders.create",
        body=body,
        body_type=models.Order,
        returns=models.CreatedResponse,
    )


def _get_last() -> Request[models.CreatedResponse]:
    return Request(
        "getLastOrder",
        "GET /orders/last",
        name="orders.get_last",
        returns=models.CreatedResponse,
    )


class Orders(Resource):
    """Operations on `orders`."""

    def list(
        self, *, sort: models.OrderState | Omit = omit, options: RequestOptions | None = None
    ) -> models.ListOrdersResponse:
        """`GET /orders`"""
        return self._send(_list(sort), options)

    def create(
        self, body: models.Order | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.CreatedResponse:
        """`POST /orders`"""
        return self._send(_create(body), options)

    def get_last(self, *, options: RequestOptions | None = None) -> models.CreatedResponse:
        """`GET /orders/last`"""
        return self._send(_get_last(), options)


class AsyncOrders(AsyncResource):
    """Operations on `orders`. Async; documented at :class:`Orders`."""

    async def list(
        self, *, sort: models.OrderState | Omit = omit, options: RequestOptions | None = None
    ) -> models.ListOrdersResponse:
        """`GET /orders`"""
        return await self._send(_list(sort), options)

    async def create(
        self, body: models.Order | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.CreatedResponse:
        """`POST /orders`"""
        return await self._send(_create(body), options)

    async def get_last(self, *, options: RequestOptions | None = None) -> models.CreatedResponse:
        """`GET /orders/last`"""
        return await self._send(_get_last(), options)
