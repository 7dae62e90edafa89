"""Models that no operation uses."""

from __future__ import annotations

from .._runtime.data.models import CamelModel
from .jobs import Towed


class Towable(CamelModel):
    type: str
    towed: list[Towed] | None = None
