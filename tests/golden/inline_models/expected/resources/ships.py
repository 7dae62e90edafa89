"""The resource `ships`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _list(sort: models.ShipSort | Omit) -> Request[builtins.list[models.Ship]]:
    return Request(
        "listShips",
        "GET /ships",
        name="ships.list",
        query={"sort": sort},
        returns=builtins.list[models.Ship],
        errors={"400 403": models.ListShipsErrorResponse},
    )


def _create(body: models.CreateShipRequest | Mapping[str, Any] | Omit) -> Request[models.Ship]:
    return Request(
        "createShip",
        "POST /ships",
        name="ships.create",
        body=body,
        body_type=models.CreateShipRequest,
        returns=models.Ship,
    )


def _list_orders_of_ship(id_: str, sort: models.OrderSort | Omit) -> Request[models.OrdersResponse]:
    return Request(
        "listOrdersOfShip",
        "GET /ships/{id}/orders",
        name="ships.list_orders_of_ship",
        path_params={"id": id_},
        query={"sort": sort},
        returns=models.OrdersResponse,
        errors={
            "404": models.ListOrdersOfShipNotFoundResponse,
            "409": models.ListOrdersOfShipConflictResponse,
        },
    )


def _order(
    id_: str, body: models.OrderShipRequest | Mapping[str, Any]
) -> Request[models.OrderShipResponse]:
    return Request(
        "orderShip",
        "POST /ships/{id}/orders",
        name="ships.order",
        path_params={"id": id_},
        body=body,
        body_type=models.OrderShipRequest,
        returns=models.OrderShipResponse,
    )


class Ships(Resource):
    """Operations on `ships`."""

    def list(
        self, *, sort: models.ShipSort | Omit = omit, options: RequestOptions | None = None
    ) -> builtins.list[models.Ship]:
        """`GET /ships`"""
        return self._send(_list(sort), options)

    def create(
        self,
        body: models.CreateShipRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Ship:
        """`POST /ships`"""
        return self._send(_create(body), options)

    def list_orders_of_ship(
        self,
        id_: str,
        *,
        sort: models.OrderSort | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.OrdersResponse:
        """`GET /ships/{id}/orders`"""
        return self._send(_list_orders_of_ship(id_, sort), options)

    def order(
        self,
        id_: str,
        body: models.OrderShipRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.OrderShipResponse:
        """`POST /ships/{id}/orders`"""
        return self._send(_order(id_, body), options)


class AsyncShips(AsyncResource):
    """Operations on `ships`. Async; documented at :class:`Ships`."""

    async def list(
        self, *, sort: models.ShipSort | Omit = omit, options: RequestOptions | None = None
    ) -> builtins.list[models.Ship]:
        """`GET /ships`"""
        return await self._send(_list(sort), options)

    async def create(
        self,
        body: models.CreateShipRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Ship:
        """`POST /ships`"""
        return await self._send(_create(body), options)

    async def list_orders_of_ship(
        self,
        id_: str,
        *,
        sort: models.OrderSort | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.OrdersResponse:
        """`GET /ships/{id}/orders`"""
        return await self._send(_list_orders_of_ship(id_, sort), options)

    async def order(
        self,
        id_: str,
        body: models.OrderShipRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.OrderShipResponse:
        """`POST /ships/{id}/orders`"""
        return await self._send(_order(id_, body), options)
