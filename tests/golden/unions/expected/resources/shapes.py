"""The resource `shapes`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Annotated, Any

from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from .._runtime.unions import Tagged
from ..models.shapes import Circle, CreateShapeResponse, Shape, Square


def _list(*, size: int | str | Omit) -> Request[builtins.list[Shape]]:
    return Request(
        "listShapes",
        "GET",
        "/shapes",
        query={"size": size},
        returns=builtins.list[Shape],
    )


def _create(body: Shape | Mapping[str, Any]) -> Request[Circle | Square | CreateShapeResponse]:
    return Request(
        "createShape",
        "POST",
        "/shapes",
        body=body,
        returns=Annotated[
            Circle | Square, Tagged("shapeKind", {"Circle": Circle, "Square": Square})
        ]
        | CreateShapeResponse,
    )


class Shapes(Resource):
    """Operations on `shapes`."""

    def list(
        self, *, size: int | str | Omit = omit, options: RequestOptions | None = None
    ) -> builtins.list[Shape]:
        """List."""
        return self._client.send(_list(size=size), options)

    def create(
        self, body: Shape | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Circle | Square | CreateShapeResponse:
        """Create."""
        return self._client.send(_create(body), options)


class AsyncShapes(AsyncResource):
    """Operations on `shapes`. Async; documented at :class:`Shapes`."""

    async def list(
        self, *, size: int | str | Omit = omit, options: RequestOptions | None = None
    ) -> builtins.list[Shape]:
        """List."""
        return await self._client.send(_list(size=size), options)

    async def create(
        self, body: Shape | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Circle | Square | CreateShapeResponse:
        """Create."""
        return await self._client.send(_create(body), options)
