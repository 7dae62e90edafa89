"""The resource `garages`."""

from __future__ import annotations

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import OffsetPagination, TokenPagination


def _get(garage: str, marker: str | Omit) -> PagedRequest[models.Car, models.GetGarageResponse]:
    return PagedRequest(
        "getGarage",
        "GET /garages/{garage}",
        name="garages.get",
        path_params={"garage": garage},
        query={"marker": marker},
        returns=models.GetGarageResponse,
        pages=TokenPagination(
            items="parked.cars", request="marker", response="parked.next_page_token"
        ),
    )


def _list(offset: int | Omit, limit: int | Omit) -> PagedRequest[str, models.ListGaragesResponse]:
    return PagedRequest(
        "listGarages",
        "GET /garages",
        name="garages.list",
        query={"offset": offset, "limit": limit},
        returns=models.ListGaragesResponse,
        pages=OffsetPagination(items="garages", request="offset", more="has_more"),
    )


class Garages(Resource):
    """Operations on `garages`."""

    def get(
        self, garage: str, *, marker: str | Omit = omit, options: RequestOptions | None = None
    ) -> Page[models.Car, models.GetGarageResponse]:
        """The pages are those of a part of the answer."""
        return self._send_paged(_get(garage, marker), options)

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[str, models.ListGaragesResponse]:
        """The number of items so far asks for the next page."""
        return self._send_paged(_list(offset, limit), options)


class AsyncGarages(AsyncResource):
    """Operations on `garages`. Async; documented at :class:`Garages`."""

    def get(
        self, garage: str, *, marker: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[models.Car, models.GetGarageResponse]:
        """The pages are those of a part of the answer."""
        return self._send_paged(_get(garage, marker), options)

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[str, models.ListGaragesResponse]:
        """The number of items so far asks for the next page."""
        return self._send_paged(_list(offset, limit), options)
