"""Models that `bikes` and `trains` share."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.models import CamelModel, wire_name


class BikeListBike(CamelModel):
    id: int | None = None


class BikeList(CamelModel):
    bikes: list[BikeListBike] | None = None
    total: int | None = None
    next_page_token: Annotated[str | None, wire_name("next_page_token")] = None
