"""Models of `operations`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class Empty(CamelModel):
    """An object without properties of its own."""


class CancelOperationRequest(CamelModel):
    """An object without properties of its own."""
