"""Models of `planes`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel
from .common import Car


class Ambiguous(CamelModel):
    jets: list[Car] | None = None
    props: list[Car] | None = None
    next_page_token: str | None = None
