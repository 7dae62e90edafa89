"""The resource `tickets`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import CursorPagination


def _list(after: str | Omit) -> PagedRequest[models.Car, models.ListTicketsResponse]:
    return PagedRequest(
        "listTickets",
        "GET /tickets",
        name="tickets.list",
        query={"after": after},
        returns=models.ListTicketsResponse,
        pages=CursorPagination(items="data", request="after", response="plate", more="has_more"),
    )


class Tickets(Resource):
    """Operations on `tickets`."""

    def list(
        self, *, after: str | Omit = omit, options: RequestOptions | None = None
    ) -> Page[models.Car, models.ListTicketsResponse]:
        """The last item names the next page."""
        return self._send_paged(_list(after), options)


class AsyncTickets(AsyncResource):
    """Operations on `tickets`. Async; documented at :class:`Tickets`."""

    def list(
        self, *, after: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[models.Car, models.ListTicketsResponse]:
        """The last item names the next page."""
        return self._send_paged(_list(after), options)
