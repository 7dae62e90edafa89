"""The resource `healthz`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.requests import Request
from .._runtime.resources import AsyncResource, Resource
from ..models.common import GooglerpcStatus
from ..models.healthz import GetHealthzResponse


def _get() -> Request[GetHealthzResponse]:
    return Request(
        "GetHealthz",
        "GET",
        "/apis/v2beta1/healthz",
        returns=GetHealthzResponse,
        errors={"default": GooglerpcStatus},
    )


class Healthz(Resource):
    """Operations on `healthz`."""

    def get(self, *, options: RequestOptions | None = None) -> GetHealthzResponse:
        """Get the health of the server and its user mode."""
        return self._client.send(_get(), options)


class AsyncHealthz(AsyncResource):
    """Operations on `healthz`. Async; documented at :class:`Healthz`."""

    async def get(self, *, options: RequestOptions | None = None) -> GetHealthzResponse:
        """Get the health of the server and its user mode."""
        return await self._client.send(_get(), options)
