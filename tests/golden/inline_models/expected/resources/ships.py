"""The resource `ships`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.ships import (
    CreateShipRequest,
    ListOrdersOfShipConflictResponse,
    ListOrdersOfShipNotFoundResponse,
    ListShipsErrorResponse,
    OrderShipRequest,
    OrderShipResponse,
    OrderSort,
    OrdersResponse,
    Ship,
    ShipSort,
)


def _list(sort: ShipSort | Omit) -> Request[builtins.list[Ship]]:
    return Request(
        "listShips",
        "GET",
        "/ships",
        query={"sort": sort},
        returns=builtins.list[Ship],
        errors={"400": ListShipsErrorResponse, "403": ListShipsErrorResponse},
    )


def _create(body: CreateShipRequest | Mapping[str, Any] | Omit) -> Request[Ship]:
    return Request(
        "createShip",
        "POST",
        "/ships",
        body=body,
        returns=Ship,
    )


def _list_orders_of_ship(id_: str, sort: OrderSort | Omit) -> Request[OrdersResponse]:
    return Request(
        "listOrdersOfShip",
        "GET",
        "/ships/{id}/orders",
        path_params={"id": id_},
        query={"sort": sort},
        returns=OrdersResponse,
        errors={"404": ListOrdersOfShipNotFoundResponse, "409": ListOrdersOfShipConflictResponse},
    )


def _order(id_: str, body: OrderShipRequest | Mapping[str, Any]) -> Request[OrderShipResponse]:
    return Request(
        "orderShip",
        "POST",
        "/ships/{id}/orders",
        path_params={"id": id_},
        body=body,
        body_type=OrderShipRequest,
        returns=OrderShipResponse,
    )


class Ships(Resource):
    """Operations on `ships`."""

    def list(
        self, *, sort: ShipSort | Omit = omit, options: RequestOptions | None = None
    ) -> builtins.list[Ship]:
        """`GET /ships`"""
        return self._client.send(_list(sort), options)

    def create(
        self,
        body: CreateShipRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> Ship:
        """`POST /ships`"""
        return self._client.send(_create(body), options)

    def list_orders_of_ship(
        self, id_: str, *, sort: OrderSort | Omit = omit, options: RequestOptions | None = None
    ) -> OrdersResponse:
        """`GET /ships/{id}/orders`"""
        return self._client.send(_list_orders_of_ship(id_, sort), options)

    def order(
        self,
        id_: str,
        body: OrderShipRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> OrderShipResponse:
        """`POST /ships/{id}/orders`"""
        return self._client.send(_order(id_, body), options)


class AsyncShips(AsyncResource):
    """Operations on `ships`. Async; documented at :class:`Ships`."""

    async def list(
        self, *, sort: ShipSort | Omit = omit, options: RequestOptions | None = None
    ) -> builtins.list[Ship]:
        """`GET /ships`"""
        return await self._client.send(_list(sort), options)

    async def create(
        self,
        body: CreateShipRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> Ship:
        """`POST /ships`"""
        return await self._client.send(_create(body), options)

    async def list_orders_of_ship(
        self, id_: str, *, sort: OrderSort | Omit = omit, options: RequestOptions | None = None
    ) -> OrdersResponse:
        """`GET /ships/{id}/orders`"""
        return await self._client.send(_list_orders_of_ship(id_, sort), options)

    async def order(
        self,
        id_: str,
        body: OrderShipRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> OrderShipResponse:
        """`POST /ships/{id}/orders`"""
        return await self._client.send(_order(id_, body), options)
