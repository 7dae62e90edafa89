"""Models of `cars`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel
from .cars_garages import CarsFound
from .common import Car


class ListCarsResponse(CamelModel):
    """Car page."""

    cars: list[Car] | None = None
    warnings: list[str] | None = None
    next_page_token: str | None = None


class SearchCarsRequest(CamelModel):
    colour: str | None = None
    page_token: str | None = None


class CarsByPlaceResponse(CamelModel):
    items: dict[str, CarsFound] | None = None
    unreachables: list[str] | None = None
    next_page_token: str | None = None
