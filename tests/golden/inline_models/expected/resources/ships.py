"""The resource `ships`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource


def _list() -> Request[builtins.list[models.Ship]]:
    return Request(
        "listShips",
        "GET",
        "/ships",
        returns=builtins.list[models.Ship],
    )


def _create(body: models.CreateShipRequest | Mapping[str, Any] | Omit) -> Request[models.Ship]:
    return Request(
        "createShip",
        "POST",
        "/ships",
        body=body,
        returns=models.Ship,
    )


def _order(
    id_: str, body: models.OrderShipRequest | Mapping[str, Any]
) -> Request[models.OrderShipResponse]:
    return Request(
        "orderShip",
        "POST",
        "/ships/{id}/orders",
        path_params={"id": id_},
        body=body,
        body_type=models.OrderShipRequest,
        returns=models.OrderShipResponse,
    )


class Ships(Resource):
    """Operations on `ships`."""

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Ship]:
        """`GET /ships`"""
        return self._client.send(_list(), options)

    def create(
        self,
        body: models.CreateShipRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Ship:
        """`POST /ships`"""
        return self._client.send(_create(body), options)

    def order(
        self,
        id_: str,
        body: models.OrderShipRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.OrderShipResponse:
        """`POST /ships/{id}/orders`"""
        return self._client.send(_order(id_, body), options)


class AsyncShips(AsyncResource):
    """Operations on `ships`. Async; documented at :class:`Ships`."""

    async def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Ship]:
        """`GET /ships`"""
        return await self._client.send(_list(), options)

    async def create(
        self,
        body: models.CreateShipRequest | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Ship:
        """`POST /ships`"""
        return await self._client.send(_create(body), options)

    async def order(
        self,
        id_: str,
        body: models.OrderShipRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.OrderShipResponse:
        """`POST /ships/{id}/orders`"""
        return await self._client.send(_order(id_, body), options)
