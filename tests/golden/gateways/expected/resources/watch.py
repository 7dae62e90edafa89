"""The resource `watch`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.streams.streams import AsyncJsonStream, JsonStream, JsonStreamRequest


def _watch(body: Mapping[str, Any]) -> JsonStreamRequest[models.Event]:
    return JsonStreamRequest(
        "Watch_Watch",
        "POST /v1/watch",
        body=body,
        returns=models.Event,
        wrapped=True,
    )


def _follow() -> JsonStreamRequest[models.Event]:
    return JsonStreamRequest(
        "Watch_Follow",
        "GET /v1/follow",
        returns=models.Event,
        wrapped=True,
    )


class Watch(Resource):
    """Operations on `watch`."""

    def watch(
        self, body: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> JsonStream[models.Event]:
        """`POST /v1/watch`"""
        return self._send_stream(_watch(body), options)

    def follow(self, *, options: RequestOptions | None = None) -> JsonStream[models.Event]:
        """`GET /v1/follow`"""
        return self._send_stream(_follow(), options)


class AsyncWatch(AsyncResource):
    """Operations on `watch`. Async; documented at :class:`Watch`."""

    async def watch(
        self, body: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> AsyncJsonStream[models.Event]:
        """`POST /v1/watch`"""
        return await self._send_stream(_watch(body), options)

    async def follow(
        self, *, options: RequestOptions | None = None
    ) -> AsyncJsonStream[models.Event]:
        """`GET /v1/follow`"""
        return await self._send_stream(_follow(), options)
