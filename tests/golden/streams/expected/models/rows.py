"""Models of `rows`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Row(Model):
    id: int
    name: str | None = None
