"""Models of `parcels`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Parcel(Model):
    id: str
    grams: int | None = None
