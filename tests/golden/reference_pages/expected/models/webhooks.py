"""Models of `webhooks`."""

from __future__ import annotations

from datetime import datetime

from .._runtime.data.models import CamelModel


class PlantThirstyPayload(CamelModel):
    plant: str | None = None
    since: datetime | None = None
