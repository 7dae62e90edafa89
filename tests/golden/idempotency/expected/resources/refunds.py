"""The resource `refunds`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _create() -> Request[None]:
    return Request(
        "createRefund",
        "POST /refunds",
        name="refunds.create",
        reads="none",
        idempotency_key="X-Request-Token",
    )


class Refunds(Resource):
    """Operations on `refunds`."""

    def create(self, *, options: RequestOptions | None = None) -> None:
        """`POST /refunds`"""
        return self._send(_create(), options)


class AsyncRefunds(AsyncResource):
    """Operations on `refunds`. Async; documented at :class:`Refunds`."""

    async def create(self, *, options: RequestOptions | None = None) -> None:
        """`POST /refunds`"""
        return await self._send(_create(), options)
