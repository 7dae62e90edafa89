"""Models that no operation uses."""

from __future__ import annotations

from .._runtime.data.models import Model


class Help(Model):
    text: str | None = None
