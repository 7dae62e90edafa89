"""The resource `invoices`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import Request


def _upload() -> Request[None]:
    return Request(
        "UploadInvoice",
        "POST /v1/invoices/upload",
        name="invoices.upload",
        reads="none",
    )


class Invoices(Resource):
    """Operations on `invoices`."""

    def upload(self, *, options: RequestOptions | None = None) -> None:
        """`POST /v1/invoices/upload`"""
        return self._send(_upload(), options)


class AsyncInvoices(AsyncResource):
    """Operations on `invoices`. Async; documented at :class:`Invoices`."""

    async def upload(self, *, options: RequestOptions | None = None) -> None:
        """`POST /v1/invoices/upload`"""
        return await self._send(_upload(), options)
