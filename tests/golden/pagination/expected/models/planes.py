"""Models of `planes`."""

from __future__ import annotations

from .._runtime.models import CamelModel
from .shared_car import Car


class Ambiguous(CamelModel):
    jets: list[Car] | None = None
    props: list[Car] | None = None
    next_page_token: str | None = None
