"""Models of `pictures`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Picture(Model):
    id: str | None = None
    size: int | None = None
