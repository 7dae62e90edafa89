"""The resource `settings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _put(body: models.Settings | Mapping[str, Any]) -> Request[models.Settings]:
    return Request(
        "putSettings",
        "POST /settings",
        name="settings.put",
        body=body,
        body_type=models.Settings,
        returns=models.Settings,
    )


class Settings(Resource):
    """Operations on `settings`."""

    def put(
        self, body: models.Settings | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Settings:
        """`POST /settings`"""
        return self._send(_put(body), options)


class AsyncSettings(AsyncResource):
    """Operations on `settings`. Async; documented at :class:`Settings`."""

    async def put(
        self, body: models.Settings | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Settings:
        """`POST /settings`"""
        return await self._send(_put(body), options)
