"""The resource `cars`."""

from __future__ import annotations

from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.pages import AsyncPages, Page
from .._runtime.requests import PagedRequest, TokenPagination
from .._runtime.resources import AsyncResource, Resource
from ..models.cars import ListCarsResponse
from ..models.cars_planes import Car


def _list(*, page_size: int | Omit, page_token: str | Omit) -> PagedRequest[Car, ListCarsResponse]:
    return PagedRequest(
        "listCars",
        "GET",
        "/cars",
        query={"pageSize": page_size, "pageToken": page_token},
        returns=ListCarsResponse,
        pages=TokenPagination(items="cars", request="pageToken", response="next_page_token"),
    )


class Cars(Resource):
    """Operations on `cars`."""

    def list(
        self,
        *,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[Car, ListCarsResponse]:
        """Camel case, found by its fields."""
        return self._client.send_paged(_list(page_size=page_size, page_token=page_token), options)


class AsyncCars(AsyncResource):
    """Operations on `cars`. Async; documented at :class:`Cars`."""

    def list(
        self,
        *,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[Car, ListCarsResponse]:
        """Camel case, found by its fields."""
        return self._client.send_paged(_list(page_size=page_size, page_token=page_token), options)
