"""Models that `batch` and `client` share."""

from __future__ import annotations

from .._runtime.data.models import Model


class ServerLocation(Model):
    name: str | None = None
