"""The resource `tolls`."""

from __future__ import annotations

import builtins

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.header_pagination import HeaderPagination
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.url_pagination import NextPagination, UrlPagination


def _list(cursor: str | Omit) -> PagedRequest[float, models.ListTollsResponse]:
    return PagedRequest(
        "listTolls",
        "GET /tolls",
        name="tolls.list",
        query={"cursor": cursor},
        returns=models.ListTollsResponse,
        pages=NextPagination(items="tolls", request="cursor", response="next"),
    )


def _list_paid(x_continuation_token: str | Omit) -> PagedRequest[float, builtins.list[float]]:
    return PagedRequest(
        "listPaidTolls",
        "GET /tolls/paid",
        name="tolls.list_paid",
        headers={"x-continuation-token": x_continuation_token},
        returns=builtins.list[float],
        pages=HeaderPagination(
            request="x-continuation-token", place="header", header="X-Continuation-Token"
        ),
    )


def _list_due(limit: int | Omit) -> PagedRequest[models.Car, models.ListDueTollsResponse]:
    return PagedRequest(
        "listDueTolls",
        "GET /tolls/due",
        name="tolls.list_due",
        query={"limit": limit},
        returns=models.ListDueTollsResponse,
        pages=UrlPagination(items="tolls", response="links"),
    )


class Tolls(Resource):
    """Operations on `tolls`."""

    def list(
        self, *, cursor: str | Omit = omit, options: RequestOptions | None = None
    ) -> Page[float, models.ListTollsResponse]:
        """The next page is an address or a token."""
        return self._send_paged(_list(cursor), options)

    def list_paid(
        self, *, x_continuation_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> Page[float, builtins.list[float]]:
        """A header of the answer goes into a header of the request."""
        return self._send_paged(_list_paid(x_continuation_token), options)

    def list_due(
        self, *, limit: int | Omit = omit, options: RequestOptions | None = None
    ) -> Page[models.Car, models.ListDueTollsResponse]:
        """One of the links leads to the next page."""
        return self._send_paged(_list_due(limit), options)


class AsyncTolls(AsyncResource):
    """Operations on `tolls`. Async; documented at :class:`Tolls`."""

    def list(
        self, *, cursor: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[float, models.ListTollsResponse]:
        """The next page is an address or a token."""
        return self._send_paged(_list(cursor), options)

    def list_paid(
        self, *, x_continuation_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[float, builtins.list[float]]:
        """A header of the answer goes into a header of the request."""
        return self._send_paged(_list_paid(x_continuation_token), options)

    def list_due(
        self, *, limit: int | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[models.Car, models.ListDueTollsResponse]:
        """One of the links leads to the next page."""
        return self._send_paged(_list_due(limit), options)
