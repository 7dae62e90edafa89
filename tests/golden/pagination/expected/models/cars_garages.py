"""Models that `cars` and `garages` share."""

from __future__ import annotations

from .._runtime.data.models import CamelModel
from .common import Car


class CarsFound(CamelModel):
    cars: list[Car] | None = None
    next_page_token: str | None = None
