"""The resource `names`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.names import Names as NamesModel


def _get() -> Request[NamesModel]:
    return Request(
        "get",
        "GET",
        "/names",
        returns=NamesModel,
    )


class Names(Resource):
    """Operations on `names`."""

    def get(self, *, options: RequestOptions | None = None) -> NamesModel:
        """`GET /names`"""
        return self._client.send(_get(), options)


class AsyncNames(AsyncResource):
    """Operations on `names`. Async; documented at :class:`Names`."""

    async def get(self, *, options: RequestOptions | None = None) -> NamesModel:
        """`GET /names`"""
        return await self._client.send(_get(), options)
