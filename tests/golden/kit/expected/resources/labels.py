"""The resource `labels`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list(bed_name: str) -> Request[builtins.list[models.Label]]:
    return Request(
        "listLabels",
        "GET /beds/{bed_name}/labels",
        name="labels.list",
        path_params={"bed_name": bed_name},
        returns=builtins.list[models.Label],
    )


def _create(bed_name: str, body: models.Label | Mapping[str, Any]) -> Request[models.Label]:
    return Request(
        "createLabel",
        "POST /beds/{bed_name}/labels",
        name="labels.create",
        path_params={"bed_name": bed_name},
        body=body,
        returns=models.Label,
    )


def _get(bed_name: str, label_id: str) -> Request[models.Label]:
    return Request(
        "getLabel",
        "GET /beds/{bed_name}/labels/{label_id}",
        name="labels.get",
        path_params={"bed_name": bed_name, "label_id": label_id},
        returns=models.Label,
    )


class Labels(Resource):
    """Operations on `labels`."""

    def list(
        self, bed_name: str, *, options: RequestOptions | None = None
    ) -> builtins.list[models.Label]:
        """`GET /beds/{bed_name}/labels`"""
        return self._send(_list(bed_name), options)

    def create(
        self,
        bed_name: str,
        body: models.Label | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Label:
        """`POST /beds/{bed_name}/labels`"""
        return self._send(_create(bed_name, body), options)

    def get(
        self, bed_name: str, label_id: str, *, options: RequestOptions | None = None
    ) -> models.Label:
        """`GET /beds/{bed_name}/labels/{label_id}`"""
        return self._send(_get(bed_name, label_id), options)


class AsyncLabels(AsyncResource):
    """Operations on `labels`. Async; documented at :class:`Labels`."""

    async def list(
        self, bed_name: str, *, options: RequestOptions | None = None
    ) -> builtins.list[models.Label]:
        """`GET /beds/{bed_name}/labels`"""
        return await self._send(_list(bed_name), options)

    async def create(
        self,
        bed_name: str,
        body: models.Label | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Label:
        """`POST /beds/{bed_name}/labels`"""
        return await self._send(_create(bed_name, body), options)

    async def get(
        self, bed_name: str, label_id: str, *, options: RequestOptions | None = None
    ) -> models.Label:
        """`GET /beds/{bed_name}/labels/{label_id}`"""
        return await self._send(_get(bed_name, label_id), options)
