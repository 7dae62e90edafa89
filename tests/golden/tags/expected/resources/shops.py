"""The resource `shops`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Lazy, Resource
from .._runtime.requests.request import Request

if TYPE_CHECKING:
    from .shops_orders import AsyncOrders, Orders


def _list() -> Request[None]:
    return Request(
        "listShops",
        "GET /shops",
        name="shops.list",
        reads="none",
    )


class Shops(Resource):
    """All that is for sale."""

    orders: Lazy[Orders] = Lazy(".resources.shops_orders:Orders")

    def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /shops`"""
        return self._send(_list(), options)


class AsyncShops(AsyncResource):
    """All that is for sale. Async; documented at :class:`Shops`."""

    orders: Lazy[AsyncOrders] = Lazy(".resources.shops_orders:AsyncOrders")

    async def list(self, *, options: RequestOptions | None = None) -> None:
        """`GET /shops`"""
        return await self._send(_list(), options)
