"""Models that no operation uses."""

from __future__ import annotations

from .._runtime.data.models import CamelModel
from .jobs import AnyTowable


class Towable(CamelModel):
    type: str
    towed: list[AnyTowable] | None = None
