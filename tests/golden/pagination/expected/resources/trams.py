"""The resource `trams`."""

from __future__ import annotations

import builtins

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.link_pagination import LinkPagination
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import NumberPagination
from .._runtime.requests.request import Request


def _list(
    per_page: int | Omit, page: int | Omit
) -> PagedRequest[models.Car, builtins.list[models.Car]]:
    return PagedRequest(
        "listTrams",
        "GET /trams",
        name="trams.list",
        query={"per_page": per_page, "page": page},
        returns=builtins.list[models.Car],
        pages=LinkPagination(),
    )


def _list_lines(cursor: str | Omit) -> PagedRequest[models.Car, models.ListTramLinesResponse]:
    return PagedRequest(
        "listTramLines",
        "GET /trams/lines",
        name="trams.list_lines",
        query={"cursor": cursor},
        returns=models.ListTramLinesResponse,
        pages=LinkPagination(items="lines"),
    )


def _list_stops(page: int | Omit) -> PagedRequest[str, builtins.list[str]]:
    return PagedRequest(
        "listTramStops",
        "GET /trams/stops",
        name="trams.list_stops",
        query={"page": page},
        returns=builtins.list[str],
        pages=LinkPagination(),
    )


def _find(page: int | Omit) -> PagedRequest[str, models.FindTramsResponse]:
    return PagedRequest(
        "findTrams",
        "GET /trams/found",
        name="trams.find",
        query={"page": page},
        returns=models.FindTramsResponse,
        pages=LinkPagination(items="found"),
    )


def _describe(page: int | Omit) -> Request[models.DescribeTramsResponse]:
    return Request(
        "describeTrams",
        "GET /trams/one",
        name="trams.describe",
        query={"page": page},
        returns=models.DescribeTramsResponse,
    )


def _list_latest(per_page: int | Omit) -> Request[builtins.list[str]]:
    return Request(
        "listLatestTrams",
        "GET /trams/latest",
        name="trams.list_latest",
        query={"per_page": per_page},
        returns=builtins.list[str],
    )


def _list_declared() -> PagedRequest[str, models.ListDeclaredTramsResponse]:
    return PagedRequest(
        "listDeclaredTrams",
        "GET /trams/declared",
        name="trams.list_declared",
        returns=models.ListDeclaredTramsResponse,
        pages=LinkPagination(items="lines"),
    )


def _list_numbered(page: int | Omit) -> PagedRequest[str, builtins.list[str]]:
    return PagedRequest(
        "listNumberedTrams",
        "GET /trams/numbered",
        name="trams.list_numbered",
        query={"page": page},
        returns=builtins.list[str],
        pages=NumberPagination(request="page"),
    )


class Trams(Resource):
    """Operations on `trams`."""

    def list(
        self,
        *,
        per_page: int | Omit = omit,
        page: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Car, builtins.list[models.Car]]:
        """Declares the header of a link to the next page."""
        return self._send_paged(_list(per_page, page), options)

    def list_lines(
        self, *, cursor: str | Omit = omit, options: RequestOptions | None = None
    ) -> Page[models.Car, models.ListTramLinesResponse]:
        """Alike, and in a field."""
        return self._send_paged(_list_lines(cursor), options)

    def list_stops(
        self, *, page: int | Omit = omit, options: RequestOptions | None = None
    ) -> Page[str, builtins.list[str]]:
        """Takes what the other lists take, so that its pages are linked, too."""
        return self._send_paged(_list_stops(page), options)

    def find(
        self, *, page: int | Omit = omit, options: RequestOptions | None = None
    ) -> Page[str, models.FindTramsResponse]:
        """Alike, with a count beside the list."""
        return self._send_paged(_find(page), options)

    def describe(
        self, *, page: int | Omit = omit, options: RequestOptions | None = None
    ) -> models.DescribeTramsResponse:
        """Takes a page, but answers more than a list."""
        return self._send(_describe(page), options)

    def list_latest(
        self, *, per_page: int | Omit = omit, options: RequestOptions | None = None
    ) -> builtins.list[str]:
        """Takes a number of items alone, so nothing is known of pages."""
        return self._send(_list_latest(per_page), options)

    def list_declared(
        self, *, options: RequestOptions | None = None
    ) -> Page[str, models.ListDeclaredTramsResponse]:
        """Named by the spec."""
        return self._send_paged(_list_declared(), options)

    def list_numbered(
        self, *, page: int | Omit = omit, options: RequestOptions | None = None
    ) -> Page[str, builtins.list[str]]:
        """Named by the spec; the answer is the list."""
        return self._send_paged(_list_numbered(page), options)


class AsyncTrams(AsyncResource):
    """Operations on `trams`. Async; documented at :class:`Trams`."""

    def list(
        self,
        *,
        per_page: int | Omit = omit,
        page: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Car, builtins.list[models.Car]]:
        """Declares the header of a link to the next page."""
        return self._send_paged(_list(per_page, page), options)

    def list_lines(
        self, *, cursor: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[models.Car, models.ListTramLinesResponse]:
        """Alike, and in a field."""
        return self._send_paged(_list_lines(cursor), options)

    def list_stops(
        self, *, page: int | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[str, builtins.list[str]]:
        """Takes what the other lists take, so that its pages are linked, too."""
        return self._send_paged(_list_stops(page), options)

    def find(
        self, *, page: int | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[str, models.FindTramsResponse]:
        """Alike, with a count beside the list."""
        return self._send_paged(_find(page), options)

    async def describe(
        self, *, page: int | Omit = omit, options: RequestOptions | None = None
    ) -> models.DescribeTramsResponse:
        """Takes a page, but answers more than a list."""
        return await self._send(_describe(page), options)

    async def list_latest(
        self, *, per_page: int | Omit = omit, options: RequestOptions | None = None
    ) -> builtins.list[str]:
        """Takes a number of items alone, so nothing is known of pages."""
        return await self._send(_list_latest(per_page), options)

    def list_declared(
        self, *, options: RequestOptions | None = None
    ) -> AsyncPages[str, models.ListDeclaredTramsResponse]:
        """Named by the spec."""
        return self._send_paged(_list_declared(), options)

    def list_numbered(
        self, *, page: int | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[str, builtins.list[str]]:
        """Named by the spec; the answer is the list."""
        return self._send_paged(_list_numbered(page), options)
