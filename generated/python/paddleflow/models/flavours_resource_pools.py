"""Models that `flavours` and `resource_pools` share."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class NameResponse(CamelModel):
    name: str | None = None
    """Its name."""
