"""The resource `resource`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get() -> Request[models.ModelModel]:
    return Request(
        "get2",
        "PUT /names",
        name="resource.get",
        returns=models.ModelModel,
    )


class ResourceResource(Resource):
    """Operations on `resource`."""

    def get(self, *, options: RequestOptions | None = None) -> models.ModelModel:
        """`PUT /names`"""
        return self._send(_get(), options)


class AsyncResourceResource(AsyncResource):
    """Operations on `resource`. Async; documented at :class:`ResourceResource`."""

    async def get(self, *, options: RequestOptions | None = None) -> models.ModelModel:
        """`PUT /names`"""
        return await self._send(_get(), options)
