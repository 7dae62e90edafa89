"""The resource `models`."""

from __future__ import annotations

import builtins

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[builtins.list[models.ModelModel]]:
    return Request(
        "listModels",
        "GET /models",
        name="models.list",
        returns=builtins.list[models.ModelModel],
    )


class Models(Resource):
    """Operations on `models`."""

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.ModelModel]:
        """`GET /models`"""
        return self._send(_list(), options)


class AsyncModels(AsyncResource):
    """Operations on `models`. Async; documented at :class:`Models`."""

    async def list(
        self, *, options: RequestOptions | None = None
    ) -> builtins.list[models.ModelModel]:
        """`GET /models`"""
        return await self._send(_list(), options)
