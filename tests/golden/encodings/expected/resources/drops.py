"""The resource `drops`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _create(body: Mapping[str, Any]) -> Request[None]:
    return Request(
        "createDrop",
        "POST /drops",
        name="drops.create",
        body=body,
        media_type="multipart/form-data",
        reads="none",
    )


class Drops(Resource):
    """Operations on `drops`."""

    def create(self, body: Mapping[str, Any], *, options: RequestOptions | None = None) -> None:
        """`POST /drops`"""
        return self._send(_create(body), options)


class AsyncDrops(AsyncResource):
    """Operations on `drops`. Async; documented at :class:`Drops`."""

    async def create(
        self, body: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> None:
        """`POST /drops`"""
        return await self._send(_create(body), options)
