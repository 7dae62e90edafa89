"""Models of `boats`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class BoatPage(CamelModel):
    results: list[str] | None = None
    after: str | None = None
