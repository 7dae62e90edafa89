"""The resource `shapes`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import ReadAs, Request


def _list(size: int | str | Omit) -> Request[builtins.list[models.Shape]]:
    return Request(
        "listShapes",
        "GET /shapes",
        name="shapes.list",
        query={"size": size},
        returns=builtins.list[models.Shape],
    )


def _create(
    body: models.Shape | Mapping[str, Any],
) -> Request[models.CreateShapeResponse | models.CreateShapeAcceptedResponse]:
    return Request(
        "createShape",
        "POST /shapes",
        name="shapes.create",
        body=body,
        body_type=models.Shape,
        returns=models.CreateShapeResponse,
        answers={"202": ReadAs(models.CreateShapeAcceptedResponse)},
    )


class Shapes(Resource):
    """Operations on `shapes`."""

    def list(
        self, *, size: int | str | Omit = omit, options: RequestOptions | None = None
    ) -> builtins.list[models.Shape]:
        """`GET /shapes`"""
        return self._send(_list(size), options)

    def create(
        self, body: models.Shape | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.CreateShapeResponse | models.CreateShapeAcceptedResponse:
        """`POST /shapes`

        Returns:
            200: `CreateShapeResponse`. The shape, or where to ask for it.
            202: `CreateShapeAcceptedResponse`. Later.
        """
        return self._send(_create(body), options)


class AsyncShapes(AsyncResource):
    """Operations on `shapes`. Async; documented at :class:`Shapes`."""

    async def list(
        self, *, size: int | str | Omit = omit, options: RequestOptions | None = None
    ) -> builtins.list[models.Shape]:
        """`GET /shapes`"""
        return await self._send(_list(size), options)

    async def create(
        self, body: models.Shape | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.CreateShapeResponse | models.CreateShapeAcceptedResponse:
        """`POST /shapes`"""
        return await self._send(_create(body), options)
