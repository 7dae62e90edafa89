"""The resource `accounts`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.accounts import Account


def _create(body: Account | Mapping[str, Any]) -> Request[Account]:
    return Request(
        "createAccount",
        "POST",
        "/accounts",
        secrets=("password",),
        body=body,
        returns=Account,
    )


class Accounts(Resource):
    """Operations on `accounts`."""

    def create(
        self, body: Account | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Account:
        """`POST /accounts`"""
        return self._client.send(_create(body), options)


class AsyncAccounts(AsyncResource):
    """Operations on `accounts`. Async; documented at :class:`Accounts`."""

    async def create(
        self, body: Account | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Account:
        """`POST /accounts`"""
        return await self._client.send(_create(body), options)
