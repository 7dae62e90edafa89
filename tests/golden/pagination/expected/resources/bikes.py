"""The resource `bikes`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination


def _list(page_token: str | Omit) -> PagedRequest[models.BikeListBike, models.BikeList]:
    return PagedRequest(
        "listBikes",
        "GET /bikes",
        name="bikes.list",
        query={"page_token": page_token},
        returns=models.BikeList,
        pages=TokenPagination(items="bikes", request="page_token", response="next_page_token"),
    )


class Bikes(Resource):
    """Operations on `bikes`."""

    def list(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> Page[models.BikeListBike, models.BikeList]:
        """Snake case, found by its fields."""
        return self._send_paged(_list(page_token), options)


class AsyncBikes(AsyncResource):
    """Operations on `bikes`. Async; documented at :class:`Bikes`."""

    def list(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[models.BikeListBike, models.BikeList]:
        """Snake case, found by its fields."""
        return self._send_paged(_list(page_token), options)
