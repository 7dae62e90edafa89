"""Models of `labels`."""

from __future__ import annotations

from .._runtime.data.directions import OPTIONAL_READ_ONLY
from .._runtime.data.models import Model


class Label(Model):
    id: str | None = OPTIONAL_READ_ONLY
    """Only set by the server."""
    text: str
