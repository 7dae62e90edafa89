"""Models that no operation uses."""

from __future__ import annotations

from datetime import datetime

from .._runtime.data.models import CamelModel


class Timed(CamelModel):
    create_time: datetime | None = None


class JustNamed(CamelModel):
    """One member and nothing else."""

    name: str
    """Shown to people."""
    state: str | None = None
