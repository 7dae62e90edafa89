"""Models that `books` and `shelves` share."""

from __future__ import annotations

from .._runtime.data.models import FreeModel


class Empty(FreeModel):
    """An object without properties of its own."""
