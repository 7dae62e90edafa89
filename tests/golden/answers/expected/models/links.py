"""Models of `links`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Fault(Model):
    error: str | None = None
