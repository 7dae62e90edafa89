"""Models that `diary` and `weather` share."""

from __future__ import annotations

from .._runtime.data.models import Model


class Entry(Model):
    text: str
    """At most 40 characters."""
