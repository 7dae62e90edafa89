"""The resource `logins`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import FieldEncoding, Request


def _create(body: models.CreateLoginRequest | Mapping[str, Any]) -> Request[str]:
    return Request(
        "createLogin",
        "POST /logins",
        name="logins.create",
        body=body,
        body_type=models.CreateLoginRequest,
        media_type="application/x-www-form-urlencoded",
        encodings={"groups": FieldEncoding(style="repeat")},
        returns=str,
    )


class Logins(Resource):
    """Operations on `logins`."""

    def create(
        self,
        body: models.CreateLoginRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> str:
        """`POST /logins`"""
        return self._send(_create(body), options)


class AsyncLogins(AsyncResource):
    """Operations on `logins`. Async; documented at :class:`Logins`."""

    async def create(
        self,
        body: models.CreateLoginRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> str:
        """`POST /logins`"""
        return await self._send(_create(body), options)
