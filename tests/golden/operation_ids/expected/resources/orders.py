"""The resource `orders`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[None]:
    return Request(
        "OrderService_ListOrders",
        "GET /v1/orders",
        name="orders.list",
        reads="none",
    )


class Orders(Resource):
    """Operations on `orders`."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """gRPC-gateway."""
        return self._send(_list(), options)


class AsyncOrders(AsyncResource):
    """Operations on `orders`. Async; documented at :class:`Orders`."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """gRPC-gateway."""
        return await self._send(_list(), options)
