"""Models that many resources share."""

from __future__ import annotations

from .._runtime.data.models import Model


class Conflict(Model):
    plant: int
    message: str | None = None
