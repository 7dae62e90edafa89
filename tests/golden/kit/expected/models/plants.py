"""Models of `plants`."""

from __future__ import annotations

from datetime import date, datetime

from .._runtime.data.directions import OPTIONAL_READ_ONLY
from .._runtime.data.models import Model


class Size(Model):
    least: int | None = None
    most: int | None = None


class Plant(Model):
    id: int | None = OPTIONAL_READ_ONLY
    """Only set by the server."""
    name: str
    sown: date | None = None


class PlantPage(Model):
    plants: list[Plant]
    next_page_token: str | None = None
    counted: datetime


class Watering(Model):
    litres: float
    tags: list[str] | None = None


class PlantChange(Model):
    name: str | None = None
    sown: date | None = None
