"""The resource `links`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.requests.request import ReadAs, Request


def _get(id_: str) -> Request[str]:
    return Request(
        "getLink",
        "GET /reports/{id}/link",
        name="links.get",
        path_params={"id": id_},
        reads="location",
    )


def _get_bytes(id_: str) -> Request[bytes]:
    return Request(
        "getLink_bytes",
        "GET /reports/{id}/link",
        name="links.get_bytes",
        path_params={"id": id_},
        reads="binary",
        accept="*/*",
    )


def _authorize() -> Request[str]:
    return Request(
        "authorize",
        "GET /authorize",
        name="links.authorize",
        reads="location",
        errors={"default": models.Fault},
    )


def _authorize_bytes() -> Request[bytes]:
    return Request(
        "authorize_bytes",
        "GET /authorize",
        name="links.authorize_bytes",
        reads="binary",
        accept="*/*",
        errors={"default": models.Fault},
    )


def _post_order() -> Request[str]:
    return Request(
        "postOrder",
        "POST /orders",
        name="links.post_order",
        reads="location",
    )


def _post_order_bytes() -> Request[bytes]:
    return Request(
        "postOrder_bytes",
        "POST /orders",
        name="links.post_order_bytes",
        reads="binary",
        accept="*/*",
    )


def _get_moved() -> Request[models.File]:
    return Request(
        "getMoved",
        "GET /moved",
        name="links.get_moved",
        returns=models.File,
        answers={"301": ReadAs(reads="none")},
    )


class Links(Resource):
    """Operations on `links`."""

    def get(self, id_: str, *, options: RequestOptions | None = None) -> str:
        """`GET /reports/{id}/link`

        Returns the address and does not follow it; `get_bytes` fetches its content.
        """
        return self._send(_get(id_), options)

    def get_bytes(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """Fetch the content at the address that `get` returns."""
        return self._send(_get_bytes(id_), options)

    def authorize(self, *, options: RequestOptions | None = None) -> str:
        """`GET /authorize`

        Returns the address and does not follow it; `authorize_bytes` fetches its content.
        """
        return self._send(_authorize(), options)

    def authorize_bytes(self, *, options: RequestOptions | None = None) -> bytes:
        """Fetch the content at the address that `authorize` returns."""
        return self._send(_authorize_bytes(), options)

    def post_order(self, *, options: RequestOptions | None = None) -> str:
        """`POST /orders`

        Returns the address and does not follow it; `post_order_bytes` fetches its content.
        """
        return self._send(_post_order(), options)

    def post_order_bytes(self, *, options: RequestOptions | None = None) -> bytes:
        """Fetch the content at the address that `post_order` returns."""
        return self._send(_post_order_bytes(), options)

    def get_moved(self, *, options: RequestOptions | None = None) -> models.File:
        """`GET /moved`"""
        return self._send(_get_moved(), options)


class AsyncLinks(AsyncResource):
    """Operations on `links`. Async; documented at :class:`Links`."""

    async def get(self, id_: str, *, options: RequestOptions | None = None) -> str:
        """`GET /reports/{id}/link`"""
        return await self._send(_get(id_), options)

    async def get_bytes(self, id_: str, *, options: RequestOptions | None = None) -> bytes:
        """Fetch the content at the address that `get` returns."""
        return await self._send(_get_bytes(id_), options)

    async def authorize(self, *, options: RequestOptions | None = None) -> str:
        """`GET /authorize`"""
        return await self._send(_authorize(), options)

    async def authorize_bytes(self, *, options: RequestOptions | None = None) -> bytes:
        """Fetch the content at the address that `authorize` returns."""
        return await self._send(_authorize_bytes(), options)

    async def post_order(self, *, options: RequestOptions | None = None) -> str:
        """`POST /orders`"""
        return await self._send(_post_order(), options)

    async def post_order_bytes(self, *, options: RequestOptions | None = None) -> bytes:
        """Fetch the content at the address that `post_order` returns."""
        return await self._send(_post_order_bytes(), options)

    async def get_moved(self, *, options: RequestOptions | None = None) -> models.File:
        """`GET /moved`"""
        return await self._send(_get_moved(), options)
