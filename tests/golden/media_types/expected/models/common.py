"""Models that `copies`, `covers` and `reports` share."""

from __future__ import annotations

from .._runtime.data.models import Model


class Step(Model):
    op: str
    path: str | None = None
