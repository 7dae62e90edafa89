"""The resource `stores`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _create(body: models.Store | Mapping[str, Any]) -> Request[models.Store]:
    return Request(
        "createStore",
        "POST /stores",
        name="stores.create",
        secrets=("*", "keys", "login", "settings", "token"),
        body=body,
        returns=models.Store,
    )


def _replace_keys(store: str, body: Mapping[str, str]) -> Request[None]:
    return Request(
        "replaceKeys",
        "PUT /stores/{store}/keys",
        name="stores.replace_keys",
        path_params={"store": store},
        secrets=("*",),
        body=body,
        body_type=dict[str, str],
        reads="none",
    )


class Stores(Resource):
    """Operations on `stores`."""

    def create(
        self, body: models.Store | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Store:
        """`POST /stores`"""
        return self._send(_create(body), options)

    def replace_keys(
        self, store: str, body: Mapping[str, str], *, options: RequestOptions | None = None
    ) -> None:
        """`PUT /stores/{store}/keys`"""
        return self._send(_replace_keys(store, body), options)


class AsyncStores(AsyncResource):
    """Operations on `stores`. Async; documented at :class:`Stores`."""

    async def create(
        self, body: models.Store | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Store:
        """`POST /stores`"""
        return await self._send(_create(body), options)

    async def replace_keys(
        self, store: str, body: Mapping[str, str], *, options: RequestOptions | None = None
    ) -> None:
        """`PUT /stores/{store}/keys`"""
        return await self._send(_replace_keys(store, body), options)
