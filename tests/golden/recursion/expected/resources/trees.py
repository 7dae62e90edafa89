"""The resource `trees`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get() -> Request[models.Node]:
    return Request(
        "getTree",
        "GET /trees",
        name="trees.get",
        returns=models.Node,
    )


class Trees(Resource):
    """Operations on `trees`."""

    def get(self, *, options: RequestOptions | None = None) -> models.Node:
        """`GET /trees`"""
        return self._send(_get(), options)


class AsyncTrees(AsyncResource):
    """Operations on `trees`. Async; documented at :class:`Trees`."""

    async def get(self, *, options: RequestOptions | None = None) -> models.Node:
        """`GET /trees`"""
        return await self._send(_get(), options)
