"""Models that no operation uses."""

from __future__ import annotations

from .._runtime.models import CamelModel


class Index(CamelModel):
    """Not the page of that name."""
