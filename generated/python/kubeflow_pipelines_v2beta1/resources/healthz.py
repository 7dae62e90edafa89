"""The resource `healthz`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _get() -> Request[models.GetHealthzResponse]:
    return Request(
        "HealthzService_GetHealthz",
        "GET /apis/v2beta1/healthz",
        returns=models.GetHealthzResponse,
    )


class Healthz(Resource):
    """Operations on `healthz`."""

    def get(self, *, options: RequestOptions | None = None) -> models.GetHealthzResponse:
        """Get the health of the server and its user mode."""
        return self._send(_get(), options)


class AsyncHealthz(AsyncResource):
    """Operations on `healthz`. Async; documented at :class:`Healthz`."""

    async def get(self, *, options: RequestOptions | None = None) -> models.GetHealthzResponse:
        """Get the health of the server and its user mode."""
        return await self._send(_get(), options)
