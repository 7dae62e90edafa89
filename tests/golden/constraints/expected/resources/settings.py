"""The resource `settings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.settings import Settings as SettingsModel


def _get() -> Request[SettingsModel]:
    return Request(
        "getSettings",
        "GET",
        "/settings",
        returns=SettingsModel,
    )


def _replace(body: SettingsModel | Mapping[str, Any]) -> Request[SettingsModel]:
    return Request(
        "putSettings",
        "PUT",
        "/settings",
        body=body,
        returns=SettingsModel,
    )


class Settings(Resource):
    """Operations on `settings`."""

    def get(self, *, options: RequestOptions | None = None) -> SettingsModel:
        """`GET /settings`"""
        return self._client.send(_get(), options)

    def replace(
        self, body: SettingsModel | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> SettingsModel:
        """`PUT /settings`"""
        return self._client.send(_replace(body), options)


class AsyncSettings(AsyncResource):
    """Operations on `settings`. Async; documented at :class:`Settings`."""

    async def get(self, *, options: RequestOptions | None = None) -> SettingsModel:
        """`GET /settings`"""
        return await self._client.send(_get(), options)

    async def replace(
        self, body: SettingsModel | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> SettingsModel:
        """`PUT /settings`"""
        return await self._client.send(_replace(body), options)
