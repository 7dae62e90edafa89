"""Models that no operation uses."""

from __future__ import annotations

from .._runtime.data.models import Model


class Hidden(Model):
    a: str | None = None
