"""The resource `tickets`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.pages import AsyncPages, Page
from .._runtime.pagination import CursorPagination
from .._runtime.requests import PagedRequest
from .._runtime.resources import AsyncResource, Resource
from ..models.common import Car
from ..models.tickets import ListTicketsResponse


def _list(after: str | Omit) -> PagedRequest[Car, ListTicketsResponse]:
    return PagedRequest(
        "listTickets",
        "GET",
        "/tickets",
        query={"after": after},
        returns=ListTicketsResponse,
        pages=CursorPagination(items="data", request="after", response="plate", more="has_more"),
    )


class Tickets(Resource):
    """Operations on `tickets`."""

    def list(
        self, *, after: str | Omit = omit, options: RequestOptions | None = None
    ) -> Page[Car, ListTicketsResponse]:
        """The last item names the next page."""
        return self._client.send_paged(_list(after), options)


class AsyncTickets(AsyncResource):
    """Operations on `tickets`. Async; documented at :class:`Tickets`."""

    def list(
        self, *, after: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[Car, ListTicketsResponse]:
        """The last item names the next page."""
        return self._client.send_paged(_list(after), options)
