"""The resource `accounts`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _create(
    body: models.Account | Mapping[str, Any], dry_run: bool | Omit, limit: int | Omit
) -> Request[models.Account]:
    return Request(
        "createAccount",
        "POST /accounts",
        name="accounts.create",
        query={"dryRun": dry_run, "limit": limit},
        body=body,
        returns=models.Account,
    )


class Accounts(Resource):
    """Operations on `accounts`."""

    def create(
        self,
        body: models.Account | Mapping[str, Any],
        *,
        dry_run: bool | Omit = omit,
        limit: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Account:
        """`POST /accounts`

        Args:
            dry_run: The server's default is `false`.
            limit: How many. The server's default is `20`.
        """
        return self._send(_create(body, dry_run, limit), options)


class AsyncAccounts(AsyncResource):
    """Operations on `accounts`. Async; documented at :class:`Accounts`."""

    async def create(
        self,
        body: models.Account | Mapping[str, Any],
        *,
        dry_run: bool | Omit = omit,
        limit: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Account:
        """`POST /accounts`"""
        return await self._send(_create(body, dry_run, limit), options)
