"""Models of `news`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Rain(Model):
    litres: float | None = None


class Wind(Model):
    speed: float | None = None
