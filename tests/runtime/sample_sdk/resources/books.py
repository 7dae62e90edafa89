"""Books of the library."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from .._options import RequestOptions
from .._runtime.bodies.uploads import File
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.formats import SecondsDuration
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Multipart, Request
from ..models.books import Book, Genre, ListBooksResponse

List = list


def _get(shelf: str, book_id: str, *, genre: Genre | Omit, ttl: timedelta | Omit) -> Request[Book]:
    return Request(
        "library.books.get",
        "GET /v1/shelves/{shelf}/books/{bookId}",
        path_params={"shelf": shelf, "bookId": book_id},
        query={"genre": genre, "ttl": ttl},
        formats={"ttl": SecondsDuration},
        returns=Book,
    )


def _list(
    *, ids: List[str] | Omit, page_token: str | Omit
) -> PagedRequest[Book, ListBooksResponse]:
    return PagedRequest(
        "library.books.list",
        "GET /v1/books",
        query={"ids": ids, "pageToken": page_token},
        styles={"ids": "csv"},
        returns=ListBooksResponse,
        pages=TokenPagination(items="books", request="pageToken", response="next_page_token"),
    )


def _create(body: Book | Mapping[str, Any]) -> Request[Book]:
    return Request("library.books.create", "POST /v1/books", body=body, returns=Book)


def _order(body: Book | Mapping[str, Any]) -> Request[Book]:
    return Request(
        "library.books.order",
        "POST /v1/books:order",
        body=body,
        idempotency_key="Idempotency-Key",
        returns=Book,
    )


def _scan(file: File, *, name: str | Omit) -> Request[Book]:
    return Request(
        "library.books.scan",
        "POST /v1/books:scan",
        multipart=Multipart(files={"file": file}, fields={"name": name}),
        returns=Book,
    )


def _put_cover(book_id: str, media: File) -> Request[None]:
    return Request(
        "library.books.putCover",
        "PUT /v1/books/{bookId}/cover",
        path_params={"bookId": book_id},
        upload=media,
        media_type="application/octet-stream",
        reads="none",
    )


def _get_cover(book_id: str) -> Request[bytes]:
    return Request(
        "library.books.getCover",
        "GET /v1/books/{bookId}/cover",
        path_params={"bookId": book_id},
        returns=bytes,
        reads="binary",
        accept="*/*",
    )


def _names() -> Request[List[str]]:
    return Request("library.books.names", "GET /v1/names", returns=List[str])


class Books(Resource):
    """Books of the library."""

    def get(
        self,
        shelf: str,
        book_id: str,
        *,
        genre: Genre | Omit = omit,
        ttl: timedelta | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Book:
        """Fetch one book."""
        return self._send(_get(shelf, book_id, genre=genre, ttl=ttl), options)

    def list(
        self,
        *,
        ids: List[str] | Omit = omit,
        page_token: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[Book, ListBooksResponse]:
        """List the books."""
        return self._send_paged(_list(ids=ids, page_token=page_token), options)

    def create(
        self, body: Book | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Book:
        """Add a book."""
        return self._send(_create(body), options)

    def order(
        self, body: Book | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Book:
        """Order a book, once."""
        return self._send(_order(body), options)

    def scan(
        self, file: File, *, name: str | Omit = omit, options: RequestOptions | None = None
    ) -> Book:
        """Add a book from its scan."""
        return self._send(_scan(file, name=name), options)

    def put_cover(
        self, book_id: str, media: File, *, options: RequestOptions | None = None
    ) -> None:
        """Set the picture of the cover."""
        return self._send(_put_cover(book_id, media), options)

    def get_cover(self, book_id: str, *, options: RequestOptions | None = None) -> bytes:
        """Fetch the picture of the cover."""
        return self._send(_get_cover(book_id), options)

    def names(self, *, options: RequestOptions | None = None) -> List[str]:
        """Fetch the names of all books."""
        return self._send(_names(), options)


class AsyncBooks(AsyncResource):
    """Books of the library."""

    async def get(
        self,
        shelf: str,
        book_id: str,
        *,
        genre: Genre | Omit = omit,
        ttl: timedelta | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Book:
        """Fetch one book."""
        return await self._send(_get(shelf, book_id, genre=genre, ttl=ttl), options)

    def list(
        self,
        *,
        ids: List[str] | Omit = omit,
        page_token: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[Book, ListBooksResponse]:
        """List the books."""
        return self._send_paged(_list(ids=ids, page_token=page_token), options)

    async def create(
        self, body: Book | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Book:
        """Add a book."""
        return await self._send(_create(body), options)

    async def order(
        self, body: Book | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Book:
        """Order a book, once."""
        return await self._send(_order(body), options)

    async def scan(
        self, file: File, *, name: str | Omit = omit, options: RequestOptions | None = None
    ) -> Book:
        """Add a book from its scan."""
        return await self._send(_scan(file, name=name), options)

    async def put_cover(
        self, book_id: str, media: File, *, options: RequestOptions | None = None
    ) -> None:
        """Set the picture of the cover."""
        return await self._send(_put_cover(book_id, media), options)

    async def get_cover(self, book_id: str, *, options: RequestOptions | None = None) -> bytes:
        """Fetch the picture of the cover."""
        return await self._send(_get_cover(book_id), options)

    async def names(self, *, options: RequestOptions | None = None) -> List[str]:
        """Fetch the names of all books."""
        return await self._send(_names(), options)
