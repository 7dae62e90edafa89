"""Models of `beds`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Bed(Model):
    name: str
