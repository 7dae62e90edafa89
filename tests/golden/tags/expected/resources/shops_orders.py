"""The resource `shops.orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Lazy, Resource
from .._runtime.requests.request import Request

if TYPE_CHECKING:
    from .shops_orders_order_lines import AsyncOrderLines, OrderLines


def _list() -> Request[None]:
    return Request(
        "listOrders",
        "GET /orders",
        name="shops.orders.list",
        reads="none",
    )


class Orders(Resource):
    """What somebody bought."""

    order_lines: Lazy[OrderLines] = Lazy(".resources.shops_orders_order_lines:OrderLines")

    def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /orders`"""
        return self._send(_list(), options)


class AsyncOrders(AsyncResource):
    """What somebody bought. Async; documented at :class:`Orders`."""

    order_lines: Lazy[AsyncOrderLines] = Lazy(".resources.shops_orders_order_lines:AsyncOrderLines")

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /orders`"""
        return await self._send(_list(), options)
