"""The resource `trees`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.trees import Node


def _get() -> Request[Node]:
    return Request(
        "getTree",
        "GET",
        "/trees",
        returns=Node,
    )


class Trees(Resource):
    """Operations on `trees`."""

    def get(self, *, options: RequestOptions | None = None) -> Node:
        """`GET /trees`"""
        return self._client.send(_get(), options)


class AsyncTrees(AsyncResource):
    """Operations on `trees`. Async; documented at :class:`Trees`."""

    async def get(self, *, options: RequestOptions | None = None) -> Node:
        """`GET /trees`"""
        return await self._client.send(_get(), options)
