"""Models of `garages`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel
from .cars_garages import CarsFound


class GetGarageResponse(CamelModel):
    address: str | None = None
    parked: CarsFound | None = None


class ListGaragesResponse(CamelModel):
    garages: list[str] | None = None
    has_more: bool | None = None
