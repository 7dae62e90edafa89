"""The resource `routes`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _plan(body: models.Route | Mapping[str, Any]) -> Request[models.Route]:
    return Request(
        "planRoute",
        "POST /routes",
        name="routes.plan",
        body=body,
        body_type=models.Route,
        returns=models.Route,
    )


class Routes(Resource):
    """Operations on `routes`."""

    def plan(
        self, body: models.Route | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Route:
        """`POST /routes`"""
        return self._send(_plan(body), options)


class AsyncRoutes(AsyncResource):
    """Operations on `routes`. Async; documented at :class:`Routes`."""

    async def plan(
        self, body: models.Route | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Route:
        """`POST /routes`"""
        return await self._send(_plan(body), options)
