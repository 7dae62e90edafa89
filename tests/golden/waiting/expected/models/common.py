"""Models that `builds` and `ships` share."""

from __future__ import annotations

from .._runtime.data.models import Model


class Problem(Model):
    code: str | None = None
    message: str | None = None
