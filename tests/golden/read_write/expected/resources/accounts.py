"""The resource `accounts`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _create(body: models.Account | Mapping[str, Any]) -> Request[models.Account]:
    return Request(
        "createAccount",
        "POST /accounts",
        name="accounts.create",
        secrets=("password",),
        body=body,
        body_type=models.Account,
        returns=models.Account,
    )


class Accounts(Resource):
    """Operations on `accounts`."""

    def create(
        self, body: models.Account | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Account:
        """`POST /accounts`"""
        return self._send(_create(body), options)


class AsyncAccounts(AsyncResource):
    """Operations on `accounts`. Async; documented at :class:`Accounts`."""

    async def create(
        self, body: models.Account | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Account:
        """`POST /accounts`"""
        return await self._send(_create(body), options)
