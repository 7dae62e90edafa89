"""The resource `library`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.formats import HttpDate
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import Request


def _get_book(name: str) -> Request[models.Book]:
    return Request(
        "Library_GetBook",
        "GET /v1/{name}",
        path_params={"name": name},
        styles={"name": "segments"},
        returns=models.Book,
    )


def _list_books(
    parent: str,
    color: models.BindingColor | Omit,
    if_modified_since: datetime | str | Omit,
    filter_: str | Omit,
) -> Request[models.LibraryListBooksResponse]:
    return Request(
        "Library_ListBooks",
        "GET /v1/{parent}/books",
        path_params={"parent": parent},
        query={"color": color, "filter": filter_},
        headers={"If-Modified-Since": if_modified_since},
        styles={"parent": "segments"},
        formats={"If-Modified-Since": HttpDate},
        returns=models.LibraryListBooksResponse,
    )


def _update_book(name: str, body: models.Book | Mapping[str, Any]) -> Request[models.Book]:
    return Request(
        "Library_UpdateBook",
        "PATCH /v1/{name}",
        path_params={"name": name},
        styles={"name": "segments"},
        body=body,
        returns=models.Book,
    )


def _delete_file(path: str) -> Request[Any]:
    return Request(
        "Library_DeleteFile",
        "DELETE /v1/files/{path}",
        path_params={"path": path},
        may_be_empty=("path",),
        dot_segments=("path",),
        reads="any",
    )


class Library(Resource):
    """Operations on `library`."""

    def get_book(self, name: str, *, options: RequestOptions | None = None) -> models.Book:
        """`GET /v1/{name}`"""
        return self._send(_get_book(name), options)

    def list_books(
        self,
        parent: str,
        *,
        color: models.BindingColor | Omit = omit,
        if_modified_since: datetime | str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.LibraryListBooksResponse:
        """`GET /v1/{parent}/books`"""
        return self._send(_list_books(parent, color, if_modified_since, filter_), options)

    def update_book(
        self,
        name: str,
        body: models.Book | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Book:
        """`PATCH /v1/{name}`"""
        return self._send(_update_book(name, body), options)

    def delete_file(self, path: str, *, options: RequestOptions | None = None) -> Any:
        """`DELETE /v1/files/{path}`"""
        return self._send(_delete_file(path), options)


class AsyncLibrary(AsyncResource):
    """Operations on `library`. Async; documented at :class:`Library`."""

    async def get_book(self, name: str, *, options: RequestOptions | None = None) -> models.Book:
        """`GET /v1/{name}`"""
        return await self._send(_get_book(name), options)

    async def list_books(
        self,
        parent: str,
        *,
        color: models.BindingColor | Omit = omit,
        if_modified_since: datetime | str | Omit = omit,
        filter_: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> models.LibraryListBooksResponse:
        """`GET /v1/{parent}/books`"""
        return await self._send(_list_books(parent, color, if_modified_since, filter_), options)

    async def update_book(
        self,
        name: str,
        body: models.Book | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> models.Book:
        """`PATCH /v1/{name}`"""
        return await self._send(_update_book(name, body), options)

    async def delete_file(self, path: str, *, options: RequestOptions | None = None) -> Any:
        """`DELETE /v1/files/{path}`"""
        return await self._send(_delete_file(path), options)
