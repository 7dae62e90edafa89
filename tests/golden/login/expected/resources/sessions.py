"""The resource `sessions`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.sessions import OpenSessionRequest, OpenSessionResponse


def _open(body: OpenSessionRequest | Mapping[str, Any]) -> Request[OpenSessionResponse]:
    return Request(
        "openSession",
        "POST",
        "/session",
        secrets=("pin", "secret"),
        body=body,
        media_type="application/x-www-form-urlencoded",
        returns=OpenSessionResponse,
    )


class Sessions(Resource):
    """Operations on `sessions`."""

    def open(
        self, body: OpenSessionRequest | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> OpenSessionResponse:
        """`POST /session`"""
        return self._client.send(_open(body), options)


class AsyncSessions(AsyncResource):
    """Operations on `sessions`. Async; documented at :class:`Sessions`."""

    async def open(
        self, body: OpenSessionRequest | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> OpenSessionResponse:
        """`POST /session`"""
        return await self._client.send(_open(body), options)
