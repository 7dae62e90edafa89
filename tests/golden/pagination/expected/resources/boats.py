"""The resource `boats`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination


def _list(cursor: str | Omit) -> PagedRequest[str, models.BoatPage]:
    return PagedRequest(
        "listBoats",
        "GET /boats",
        name="boats.list",
        query={"cursor": cursor},
        returns=models.BoatPage,
        pages=TokenPagination(items="results", request="cursor", response="after"),
    )


class Boats(Resource):
    """Operations on `boats`."""

    def list(
        self, *, cursor: str | Omit = omit, options: RequestOptions | None = None
    ) -> Page[str, models.BoatPage]:
        """Named by the spec."""
        return self._send_paged(_list(cursor), options)


class AsyncBoats(AsyncResource):
    """Operations on `boats`. Async; documented at :class:`Boats`."""

    def list(
        self, *, cursor: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[str, models.BoatPage]:
        """Named by the spec."""
        return self._send_paged(_list(cursor), options)
