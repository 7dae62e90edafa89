"""Models that `operations` and `workers` share."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class Empty(CamelModel):
    """An object without fields."""
