"""The resource `cars`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._options import RequestOptions
from .._runtime.client.resources import AsyncResource, Resource
from .._runtime.data.omission import Omit, omit
from .._runtime.pages.pages import AsyncPages, Page, PagedRequest
from .._runtime.pages.pagination import TokenPagination


def _list(
    page_size: int | Omit, page_token: str | Omit
) -> PagedRequest[models.Car, models.ListCarsResponse]:
    return PagedRequest(
        "listCars",
        "GET /cars",
        name="cars.list",
        query={"pageSize": page_size, "pageToken": page_token},
        returns=models.ListCarsResponse,
        pages=TokenPagination(items="cars", request="pageToken", response="next_page_token"),
    )


def _search(
    body: models.SearchCarsRequest | Mapping[str, Any],
) -> PagedRequest[models.Car, models.CarsFound]:
    return PagedRequest(
        "searchCars",
        "POST /cars:search",
        name="cars.search",
        body=body,
        returns=models.CarsFound,
        pages=TokenPagination(
            items="cars", request=("pageToken",), place="body", response="next_page_token"
        ),
    )


def _by_place(
    page_token: str | Omit,
) -> PagedRequest[tuple[str, models.CarsFound], models.CarsByPlaceResponse]:
    return PagedRequest(
        "carsByPlace",
        "GET /cars:byPlace",
        query={"pageToken": page_token},
        returns=models.CarsByPlaceResponse,
        pages=TokenPagination(
            items="items", by_key=True, request="pageToken", response="next_page_token"
        ),
    )


class Cars(Resource):
    """Operations on `cars`."""

    def list(
        self,
        *,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> Page[models.Car, models.ListCarsResponse]:
        """Camel case, found by its fields."""
        return self._send_paged(_list(page_size, page_token), options)

    def search(
        self,
        body: models.SearchCarsRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> Page[models.Car, models.CarsFound]:
        """The body asks for a page."""
        return self._send_paged(_search(body), options)

    def by_place(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> Page[tuple[str, models.CarsFound], models.CarsByPlaceResponse]:
        """A map of objects beside a list of texts."""
        return self._send_paged(_by_place(page_token), options)


class AsyncCars(AsyncResource):
    """Operations on `cars`. Async; documented at :class:`Cars`."""

    def list(
        self,
        *,
        page_size: int | Omit = omit,
        page_token: str | Omit = omit,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Car, models.ListCarsResponse]:
        """Camel case, found by its fields."""
        return self._send_paged(_list(page_size, page_token), options)

    def search(
        self,
        body: models.SearchCarsRequest | Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> AsyncPages[models.Car, models.CarsFound]:
        """The body asks for a page."""
        return self._send_paged(_search(body), options)

    def by_place(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[tuple[str, models.CarsFound], models.CarsByPlaceResponse]:
        """A map of objects beside a list of texts."""
        return self._send_paged(_by_place(page_token), options)
