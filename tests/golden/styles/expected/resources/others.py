"""The resource `others`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.requests.request import FieldEncoding, FormQuery, Request


def _list(
    filter_: models.Filter | Omit,
    page: int | Literal[""] | Omit,
    path: str | Omit,
    where: models.Filter | Omit,
    x_where: models.Filter | Omit,
) -> Request[None]:
    return Request(
        "others",
        "GET /others",
        name="others.list",
        query={"filter": filter_, "page": page, "path": path, "where": where},
        headers={"X-Where": x_where},
        styles={"filter": "deepObject", "where": "json", "X-Where": "json"},
        objects=("filter", "where", "X-Where"),
        reserved=("path",),
        reads="none",
    )


def _list_methods() -> Request[None]:
    return Request(
        "listMethods",
        "OPTIONS /others",
        name="others.list_methods",
        reads="none",
    )


def _check() -> Request[None]:
    return Request(
        "checkOthers",
        "HEAD /others",
        name="others.check",
        reads="none",
    )


def _trace() -> Request[bytes]:
    return Request(
        "traceOthers",
        "TRACE /others",
        name="others.trace",
        reads="binary",
        accept="message/http",
    )


def _whole(all_: Mapping[str, str]) -> Request[None]:
    return Request(
        "whole",
        "GET /whole",
        name="others.whole",
        query={"all": all_},
        objects=("all",),
        reads="none",
    )


def _encoded(query: models.Query | Omit) -> Request[None]:
    return Request(
        "encoded",
        "GET /encoded",
        name="others.encoded",
        query={"query": query},
        formats={
            "query": FormQuery(
                {
                    "tags": FieldEncoding(style="pipes"),
                    "names": FieldEncoding(style="csv"),
                    "size": FieldEncoding(style="deepObject"),
                    "where": FieldEncoding(style="json"),
                    "path": FieldEncoding(reserved=True),
                }
            )
        },
        objects=("query",),
        reads="none",
    )


def _filtered(filter_: models.Filter | Omit) -> Request[None]:
    return Request(
        "filtered",
        "GET /filtered",
        name="others.filtered",
        query={"filter": filter_},
        styles={"filter": "querystring-json"},
        objects=("filter",),
        reads="none",
    )


def _selected(selector: str) -> Request[None]:
    return Request(
        "selected",
        "GET /selected",
        name="others.selected",
        query={"selector": selector},
        styles={"selector": "querystring"},
        reads="none",
    )


class Others(Resource):
    """Operations on `others`."""

    def list(
        self,
        *,
        filter_: models.Filter | Omit = omit,
        page: int | Literal[""] | Omit = omit,
        path: str | Omit = omit,
        where: models.Filter | Omit = omit,
        x_where: models.Filter | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /others`"""
        return self._send(_list(filter_, page, path, where, x_where), options)

    def list_methods(self, *, options: RequestOptions | None = None) -> None:
        """`OPTIONS /others`"""
        return self._send(_list_methods(), options)

    def check(self, *, options: RequestOptions | None = None) -> None:
        """`HEAD /others`"""
        return self._send(_check(), options)

    def trace(self, *, options: RequestOptions | None = None) -> bytes:
        """`TRACE /others`"""
        return self._send(_trace(), options)

    def whole(self, *, all_: Mapping[str, str], options: RequestOptions | None = None) -> None:
        """`GET /whole`"""
        return self._send(_whole(all_), options)

    def encoded(
        self, *, query: models.Query | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /encoded`"""
        return self._send(_encoded(query), options)

    def filtered(
        self, *, filter_: models.Filter | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /filtered`"""
        return self._send(_filtered(filter_), options)

    def selected(self, *, selector: str, options: RequestOptions | None = None) -> None:
        """`GET /selected`"""
        return self._send(_selected(selector), options)


class AsyncOthers(AsyncResource):
    """Operations on `others`. Async; documented at :class:`Others`."""

    async def list(
        self,
        *,
        filter_: models.Filter | Omit = omit,
        page: int | Literal[""] | Omit = omit,
        path: str | Omit = omit,
        where: models.Filter | Omit = omit,
        x_where: models.Filter | Omit = omit,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /others`"""
        return await self._send(_list(filter_, page, path, where, x_where), options)

    async def list_methods(self, *, options: RequestOptions | None = None) -> None:
        """`OPTIONS /others`"""
        return await self._send(_list_methods(), options)

    async def check(self, *, options: RequestOptions | None = None) -> None:
        """`HEAD /others`"""
        return await self._send(_check(), options)

    async def trace(self, *, options: RequestOptions | None = None) -> bytes:
        """`TRACE /others`"""
        return await self._send(_trace(), options)

    async def whole(
        self, *, all_: Mapping[str, str], options: RequestOptions | None = None
    ) -> None:
        """`GET /whole`"""
        return await self._send(_whole(all_), options)

    async def encoded(
        self, *, query: models.Query | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /encoded`"""
        return await self._send(_encoded(query), options)

    async def filtered(
        self, *, filter_: models.Filter | Omit = omit, options: RequestOptions | None = None
    ) -> None:
        """`GET /filtered`"""
        return await self._send(_filtered(filter_), options)

    async def selected(self, *, selector: str, options: RequestOptions | None = None) -> None:
        """`GET /selected`"""
        return await self._send(_selected(selector), options)
