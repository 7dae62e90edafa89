"""Models of `seeds`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Seed(Model):
    name: str | None = None
    size: int | None = None
