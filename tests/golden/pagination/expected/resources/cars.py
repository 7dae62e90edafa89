"""The resource `cars`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._options import RequestOptions
from .._runtime.omission import Omit, omit
from .._runtime.pages import AsyncPages, Page
from .._runtime.pagination import TokenPagination
from .._runtime.requests import PagedRequest
from .._runtime.resources import AsyncResource, Resource
from ..models.cars import CarsByPlaceResponse, ListCarsResponse, SearchCarsRequest
from ..models.cars_garages import CarsFound
from ..models.common import Car


def _list(page_size: int | Omit, page_token: str | Omit) -> PagedRequest[Car, ListCarsResponse]:
    return PagedRequest(
        "listCars",
        "GET",
        "/cars",
        query={"pageSize": page_size, "pageToken": page_token},
        returns=ListCarsResponse,
        pages=TokenPagination(items="cars", request="pageToken", response="next_page_token"),
    )


def _search(body: SearchCarsRequest | Mapping[str, Any]) -> PagedRequest[Car, CarsFound]:
    return PagedRequest(
        "searchCars",
        "POST",
        "/cars:search",
        body=body,
        returns=CarsFound,
        pages=TokenPagination(
            items="cars", request=("pageToken",), place="body", response="next_page_token"
        ),
    )


def _by_place(page_token: str | Omit) -> PagedRequest[tuple[str, CarsFound], CarsByPlaceResponse]:
    return PagedRequest(
        "carsByPlace",
        "GET",
        "/cars:byPlace",
        query={"pageToken": page_token},
        returns=CarsByPlaceResponse,
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
    ) -> Page[Car, ListCarsResponse]:
        """Camel case, found by its fields."""
        return self._client.send_paged(_list(page_size, page_token), options)

    def search(
        self, body: SearchCarsRequest | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> Page[Car, CarsFound]:
        """The body asks for a page."""
        return self._client.send_paged(_search(body), options)

    def by_place(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> Page[tuple[str, CarsFound], CarsByPlaceResponse]:
        """A map of objects beside a list of texts."""
        return self._client.send_paged(_by_place(page_token), options)


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
        return self._client.send_paged(_list(page_size, page_token), options)

    def search(
        self, body: SearchCarsRequest | Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> AsyncPages[Car, CarsFound]:
        """The body asks for a page."""
        return self._client.send_paged(_search(body), options)

    def by_place(
        self, *, page_token: str | Omit = omit, options: RequestOptions | None = None
    ) -> AsyncPages[tuple[str, CarsFound], CarsByPlaceResponse]:
        """A map of objects beside a list of texts."""
        return self._client.send_paged(_by_place(page_token), options)
