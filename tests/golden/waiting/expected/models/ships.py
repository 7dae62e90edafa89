"""Models of `ships`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Ship(Model):
    place: str | None = None
