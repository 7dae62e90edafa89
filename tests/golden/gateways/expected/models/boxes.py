"""Models of `boxes`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class Box(CamelModel):
    id: str | None = None
