"""The resource `books`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request


def _list(language: str | Omit) -> Request[models.BookList]:
    return Request(
        "listBooks",
        "GET /books",
        name="books.list",
        query={"language": language},
        returns=models.BookList,
    )


def _search(
    body: models.Search | Mapping[str, Any], language: str | Omit
) -> PagedRequest[models.Book, models.BookList]:
    return PagedRequest(
        "searchBooks",
        "QUERY /books",
        name="books.search",
        query={"language": language},
        body=body,
        returns=models.BookList,
        pages=TokenPagination(
            items="books", request=("pageToken",), place="body", response="next_page_token"
        ),
    )


def _get(book_id: str) -> Request[models.Book]:
    return Request(
        "get /books/{bookId}",
        "GET /books/{bookId}",
        name="books.get",
        path_params={"bookId": book_id},
        returns=models.Book,
    )


def _copy(book_id: str, destination: str) -> Request[models.Book]:
    return Request(
        "copy /books/{bookId}",
        "COPY /books/{bookId}",
        name="books.copy",
        path_params={"bookId": book_id},
        headers={"Destination": destination},
        returns=models.Book,
    )


def _m_search(book_id: str) -> Request[None]:
    return Request(
        "m-search /books/{bookId}",
        "M-SEARCH /books/{bookId}",
        name="books.m_search",
        path_params={"bookId": book_id},
        reads="none",
    )


class Books(Resource):
    """Operations on `books`."""

    def list(
        self, *, language: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.BookList:
        """`GET /books`"""
        return self._send(_list(language), options)

    def search(
        self,
        body: models.Search | Mapping[str, Any],
        *,
        language: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Book, models.BookList]:
        """Find books by what they are about."""
        return self._send_paged(_search(body, language), options)

    def get(self, book_id: str, *, options: RequestOptions | None = None) -> models.Book:
        """`GET /books/{bookId}`"""
        return self._send(_get(book_id), options)

    def copy(
        self, book_id: str, *, destination: str, options: RequestOptions | None = None
    ) -> models.Book:
        """Copy a book to another shelf."""
        return self._send(_copy(book_id, destination), options)

    def m_search(self, book_id: str, *, options: RequestOptions | None = None) -> None:
        """`M-SEARCH /books/{bookId}`"""
        return self._send(_m_search(book_id), options)


class AsyncBooks(AsyncResource):
    """Operations on `books`. Async; documented at :class:`Books`."""

    async def list(
        self, *, language: str | Omit = omit, options: RequestOptions | None = None
    ) -> models.BookList:
        """`GET /books`"""
        return await self._send(_list(language), options)

    def search(
        self,
        body: models.Search | Mapping[str, Any],
        *,
        language: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Book, models.BookList]:
        """Find books by what they are about."""
        return self._send_paged(_search(body, language), options)

    async def get(self, book_id: str, *, options: RequestOptions | None = None) -> models.Book:
        """`GET /books/{bookId}`"""
        return await self._send(_get(book_id), options)

    async def copy(
        self, book_id: str, *, destination: str, options: RequestOptions | None = None
    ) -> models.Book:
        """Copy a book to another shelf."""
        return await self._send(_copy(book_id, destination), options)

    async def m_search(self, book_id: str, *, options: RequestOptions | None = None) -> None:
        """`M-SEARCH /books/{bookId}`"""
        return await self._send(_m_search(book_id), options)
