"""The resource `resource`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.resource import ModelModel


def _get() -> Request[ModelModel]:
    return Request(
        "get2",
        "PUT",
        "/names",
        returns=ModelModel,
    )


class ResourceResource(Resource):
    """Operations on `resource`."""

    def get(self, *, options: RequestOptions | None = None) -> ModelModel:
        """`PUT /names`"""
        return self._client.send(_get(), options)


class AsyncResourceResource(AsyncResource):
    """Operations on `resource`. Async; documented at :class:`ResourceResource`."""

    async def get(self, *, options: RequestOptions | None = None) -> ModelModel:
        """`PUT /names`"""
        return await self._client.send(_get(), options)
