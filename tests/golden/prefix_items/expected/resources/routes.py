"""The resource `routes`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.routes import Route


def _plan(body: Route | Mapping[str, Any]) -> Request[Route]:
    return Request(
        "planRoute",
        "POST",
        "/routes",
        body=body,
        returns=Route,
    )


class Routes(Resource):
    """Operations on `routes`."""

    def plan(
        self, body: Route | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Route:
        """`POST /routes`"""
        return self._client.send(_plan(body), options)


class AsyncRoutes(AsyncResource):
    """Operations on `routes`. Async; documented at :class:`Routes`."""

    async def plan(
        self, body: Route | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Route:
        """`POST /routes`"""
        return await self._client.send(_plan(body), options)
