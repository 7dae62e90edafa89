"""The resource `payments`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _create(idempotency_key: str | Omit) -> Request[None]:
    return Request(
        "createPayment",
        "POST /payments",
        name="payments.create",
        headers={"Idempotency-Key": idempotency_key},
        reads="none",
        idempotency_key="Idempotency-Key",
    )


class Payments(Resource):
    """Operations on `payments`."""

    def create(
        self, *, idempotency_key: str | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`POST /payments`"""
        return self._send(_create(idempotency_key), options)


class AsyncPayments(AsyncResource):
    """Operations on `payments`. Async; documented at :class:`Payments`."""

    async def create(
        self, *, idempotency_key: str | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`POST /payments`"""
        return await self._send(_create(idempotency_key), options)
