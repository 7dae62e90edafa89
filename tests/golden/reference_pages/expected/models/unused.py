"""Models that no operation uses."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class Index(CamelModel):
    """Not the page of that name."""
