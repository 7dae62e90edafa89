"""Models of `cars`."""

from __future__ import annotations

from .._runtime.models import CamelModel
from .cars_planes import Car


class ListCarsResponse(CamelModel):
    """Car page."""

    cars: list[Car] | None = None

    warnings: list[str] | None = None

    next_page_token: str | None = None
