"""The resource `settings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.settings import Settings as SettingsModel


def _put(body: SettingsModel | Mapping[str, Any]) -> Request[SettingsModel]:
    return Request(
        "putSettings",
        "POST",
        "/settings",
        body=body,
        returns=SettingsModel,
    )


class Settings(Resource):
    """Operations on `settings`."""

    def put(
        self, body: SettingsModel | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> SettingsModel:
        """`POST /settings`"""
        return self._client.send(_put(body), options)


class AsyncSettings(AsyncResource):
    """Operations on `settings`. Async; documented at :class:`Settings`."""

    async def put(
        self, body: SettingsModel | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> SettingsModel:
        """`POST /settings`"""
        return await self._client.send(_put(body), options)
