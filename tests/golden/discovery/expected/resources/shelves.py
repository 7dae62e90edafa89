"""The resource `shelves`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import models
from .._options import RequestOptions
from .._runtime.bodies.content_types import media_type_of
from .._runtime.bodies.uploads import AsyncRawBody, RawBody
from .._runtime.client.resources import AsyncResource, Lazy, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request

if TYPE_CHECKING:
    from .shelves_books import AsyncBooks, Books


def _restore(
    name: str, body: Any | str | AsyncRawBody | Omit, content_type: str | Omit
) -> Request[bytes]:
    return Request(
        "library.shelves.restore",
        "POST /v1/{name}:restore",
        path_params={"name": name},
        reserved=("name",),
        body=body,
        media_type=media_type_of(
            body,
            content_type,
            "application/json",
            text="text/plain",
            binary="application/octet-stream",
        ),
        reads="binary",
    )


def _scan(
    name: str, body: Any | str | AsyncRawBody | Omit, content_type: str | Omit
) -> Request[models.Empty]:
    return Request(
        "library.shelves.scan",
        "POST /v1/{name}:scan",
        path_params={"name": name},
        reserved=("name",),
        body=body,
        media_type=media_type_of(
            body,
            content_type,
            "application/json",
            text="text/plain",
            binary="application/octet-stream",
        ),
        returns=models.Empty,
    )


class Shelves(Resource):
    """Operations on `shelves`."""

    books: Lazy[Books] = Lazy(".resources.shelves_books:Books")

    def restore(
        self,
        name: str,
        body: Any | str | RawBody | Omit = omit,
        *,
        content_type: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> bytes:
        """Take a backup of any media type.

        Args:
            content_type: Media type of the body. By default text as text/plain, bytes and files
                as application/octet-stream, all other values as application/json.
        """
        return self._send(_restore(name, body, content_type), options)

    def scan(
        self,
        name: str,
        body: Any | str | RawBody | Omit = omit,
        *,
        content_type: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Empty:
        """`POST /v1/{name}:scan`

        Args:
            content_type: Media type of the body. By default text as text/plain, bytes and files
                as application/octet-stream, all other values as application/json.
        """
        return self._send(_scan(name, body, content_type), options)


class AsyncShelves(AsyncResource):
    """Operations on `shelves`. Async; documented at :class:`Shelves`."""

    books: Lazy[AsyncBooks] = Lazy(".resources.shelves_books:AsyncBooks")

    async def restore(
        self,
        name: str,
        body: Any | str | AsyncRawBody | Omit = omit,
        *,
        content_type: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> bytes:
        """Take a backup of any media type."""
        return await self._send(_restore(name, body, content_type), options)

    async def scan(
        self,
        name: str,
        body: Any | str | AsyncRawBody | Omit = omit,
        *,
        content_type: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.Empty:
        """`POST /v1/{name}:scan`"""
        return await self._send(_scan(name, body, content_type), options)
