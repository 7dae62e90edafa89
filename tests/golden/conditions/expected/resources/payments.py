"""The resource `payments`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _make(body: models.Payment | Mapping[str, Any]) -> Request[models.Payment]:
    return Request(
        "makePayment",
        "POST /payments",
        name="payments.make",
        body=body,
        body_type=models.Payment,
        returns=models.Payment,
    )


class Payments(Resource):
    """Operations on `payments`."""

    def make(
        self, body: models.Payment | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Payment:
        """`POST /payments`"""
        return self._send(_make(body), options)


class AsyncPayments(AsyncResource):
    """Operations on `payments`. Async; documented at :class:`Payments`."""

    async def make(
        self, body: models.Payment | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> models.Payment:
        """`POST /payments`"""
        return await self._send(_make(body), options)
