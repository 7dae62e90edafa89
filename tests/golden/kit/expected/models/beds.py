"""Models of `beds`."""

from __future__ import annotations

from datetime import datetime

from .._runtime.data.directions import OPTIONAL_READ_ONLY
from .._runtime.data.models import Model


class Bed(Model):
    name: str
    shade: bool | None = None
    soil: str | None = None
    planted: datetime | None = OPTIONAL_READ_ONLY
    """Only set by the server."""
