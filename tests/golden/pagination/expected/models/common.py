"""Models that many resources share."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class Car(CamelModel):
    plate: str | None = None
