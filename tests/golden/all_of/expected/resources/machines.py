"""The resource `machines`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _create(body: models.Machine | Mapping[str, Any]) -> Request[models.StoredMachine]:
    return Request(
        "createMachine",
        "POST /machines",
        name="machines.create",
        body=body,
        returns=models.StoredMachine,
    )


class Machines(Resource):
    """Operations on `machines`."""

    def create(
        self, body: models.Machine | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.StoredMachine:
        """`POST /machines`"""
        return self._send(_create(body), options)


class AsyncMachines(AsyncResource):
    """Operations on `machines`. Async; documented at :class:`Machines`."""

    async def create(
        self, body: models.Machine | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.StoredMachine:
        """`POST /machines`"""
        return await self._send(_create(body), options)
