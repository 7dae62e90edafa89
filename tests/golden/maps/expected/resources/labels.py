"""The resource `labels`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[dict[str, models.Label]]:
    return Request(
        "listLabels",
        "GET /labels",
        name="labels.list",
        returns=dict[str, models.Label],
    )


def _replace(body: Mapping[str, Sequence[str]]) -> Request[dict[str, Any]]:
    return Request(
        "replaceLabels",
        "PUT /labels",
        name="labels.replace",
        body=body,
        body_type=dict[str, builtins.list[str]],
        returns=dict[str, Any],
    )


class Labels(Resource):
    """Operations on `labels`."""

    def list(self, *, options: RequestOptions | None = None) -> dict[str, models.Label]:
        """`GET /labels`"""
        return self._send(_list(), options)

    def replace(
        self, body: Mapping[str, Sequence[str]], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """`PUT /labels`"""
        return self._send(_replace(body), options)


class AsyncLabels(AsyncResource):
    """Operations on `labels`. Async; documented at :class:`Labels`."""

    async def list(self, *, options: RequestOptions | None = None) -> dict[str, models.Label]:
        """`GET /labels`"""
        return await self._send(_list(), options)

    async def replace(
        self, body: Mapping[str, Sequence[str]], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """`PUT /labels`"""
        return await self._send(_replace(body), options)
