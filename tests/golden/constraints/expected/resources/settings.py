"""The resource `settings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get() -> Request[models.Settings]:
    return Request(
        "getSettings",
        "GET /settings",
        name="settings.get",
        returns=models.Settings,
    )


def _replace(body: models.Settings | Mapping[str, Any]) -> Request[models.Settings]:
    return Request(
        "putSettings",
        "PUT /settings",
        name="settings.replace",
        body=body,
        returns=models.Settings,
    )


class Settings(Resource):
    """Operations on `settings`."""

    def get(self, *, options: RequestOptions | None = None) -> models.Settings:
        """`GET /settings`"""
        return self._send(_get(), options)

    def replace(
        self, body: models.Settings | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Settings:
        """`PUT /settings`"""
        return self._send(_replace(body), options)


class AsyncSettings(AsyncResource):
    """Operations on `settings`. Async; documented at :class:`Settings`."""

    async def get(self, *, options: RequestOptions | None = None) -> models.Settings:
        """`GET /settings`"""
        return await self._send(_get(), options)

    async def replace(
        self, body: models.Settings | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Settings:
        """`PUT /settings`"""
        return await self._send(_replace(body), options)
