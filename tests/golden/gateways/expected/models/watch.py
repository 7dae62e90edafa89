"""Models of `watch`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class Event(CamelModel):
    n: int | None = None
