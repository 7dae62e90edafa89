"""Models that no operation uses."""

from __future__ import annotations

from .._runtime.data.models import FreeModel


class Index(FreeModel):
    """Not the page of that name."""
