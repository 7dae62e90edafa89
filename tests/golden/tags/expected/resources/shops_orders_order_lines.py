"""The resource `shops.orders.order_lines`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _list() -> Request[None]:
    return Request(
        "listOrderLines",
        "GET /orders/lines",
        name="shops.orders.order_lines.list",
        reads="none",
    )


class OrderLines(Resource):
    """Operations on `shops.orders.order_lines`."""

    def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /orders/lines`"""
        return self._send(_list(), options)


class AsyncOrderLines(AsyncResource):
    """Operations on `shops.orders.order_lines`. Async; documented at :class:`OrderLines`."""

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /orders/lines`"""
        return await self._send(_list(), options)
