"""The resource `shelves.books`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination
from .._runtime.requests.request import Request


def _get(name: str) -> Request[models.Book]:
    return Request(
        "library.shelves.books.get",
        "GET /v1/{name}",
        path_params={"name": name},
        reserved=("name",),
        returns=models.Book,
    )


def _delete(name: str) -> Request[models.Empty]:
    return Request(
        "library.shelves.books.delete",
        "DELETE /v1/{name}",
        path_params={"name": name},
        reserved=("name",),
        returns=models.Empty,
    )


def _list(
    parent: str,
    page_size: int | Omit,
    page_token: str | Omit,
    states: Sequence[models.BookState] | Omit,
    since: datetime | Omit,
) -> PagedRequest[models.Book, models.ListBooksResponse]:
    return PagedRequest(
        "library.shelves.books.list",
        "GET /v1/{parent}/books",
        path_params={"parent": parent},
        query={"pageSize": page_size, "pageToken": page_token, "states": states, "since": since},
        reserved=("parent",),
        returns=models.ListBooksResponse,
        pages=TokenPagination(items="books", request="pageToken", response="next_page_token"),
    )


def _create(parent: str, body: models.Book | Mapping[str, Any] | Omit) -> Request[models.Book]:
    return Request(
        "library.shelves.books.create",
        "POST /v1/{parent}/books",
        path_params={"parent": parent},
        reserved=("parent",),
        body=body,
        body_type=models.Book,
        returns=models.Book,
    )


class Books(Resource):
    """Operations on `shelves.books`."""

    def get(self, name: str, *, options: RequestOptions | None = None) -> models.Book:
        """Fetch one book.

        Args:
            name: The book's full name.
        """
        return self._send(_get(name), options)

    def delete(self, name: str, *, options: RequestOptions | None = None) -> models.Empty:
        """`DELETE /v1/{name}`

        Deprecated.
        """
        return self._send(_delete(name), options)

    def list(
        self,
        parent: str,
        *,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        states: Sequence[models.BookState] | Omit = omit,
        since: datetime | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Book, models.ListBooksResponse]:
        """List the books of a shelf."""
        return self._send_paged(_list(parent, page_size, page_token, states, since), options)

    def create(
        self,
        parent: str,
        body: models.Book | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Book:
        """`POST /v1/{parent}/books`"""
        return self._send(_create(parent, body), options)


class AsyncBooks(AsyncResource):
    """Operations on `shelves.books`. Async; documented at :class:`Books`."""

    async def get(self, name: str, *, options: RequestOptions | None = None) -> models.Book:
        """Fetch one book."""
        return await self._send(_get(name), options)

    async def delete(self, name: str, *, options: RequestOptions | None = None) -> models.Empty:
        """`DELETE /v1/{name}`"""
        return await self._send(_delete(name), options)

    def list(
        self,
        parent: str,
        *,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        states: Sequence[models.BookState] | Omit = omit,
        since: datetime | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Book, models.ListBooksResponse]:
        """List the books of a shelf."""
        return self._send_paged(_list(parent, page_size, page_token, states, since), options)

    async def create(
        self,
        parent: str,
        body: models.Book | Mapping[str, Any] | Omit = omit,
        *,
        options: RequestOptions | None = None,
    ) -> models.Book:
        """`POST /v1/{parent}/books`"""
        return await self._send(_create(parent, body), options)
