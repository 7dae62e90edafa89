"""Models of `checks`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Check(Model):
    ok: bool | None = None
