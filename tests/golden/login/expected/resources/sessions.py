"""The resource `sessions`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _open(
    body: models.OpenSessionRequest | Mapping[str, Any],
) -> Request[models.OpenSessionResponse]:
    return Request(
        "openSession",
        "POST /session",
        name="sessions.open",
        secrets=("pin", "secret"),
        body=body,
        body_type=models.OpenSessionRequest,
        media_type="application/x-www-form-urlencoded",
        returns=models.OpenSessionResponse,
    )


class Sessions(Resource):
    """Operations on `sessions`."""

    def open(
        self,
        body: models.OpenSessionRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.OpenSessionResponse:
        """`POST /session`"""
        return self._send(_open(body), options)


class AsyncSessions(AsyncResource):
    """Operations on `sessions`. Async; documented at :class:`Sessions`."""

    async def open(
        self,
        body: models.OpenSessionRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.OpenSessionResponse:
        """`POST /session`"""
        return await self._send(_open(body), options)
