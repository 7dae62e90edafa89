"""Models of `client`."""

from __future__ import annotations

from .._runtime.models import Model


class Status(Model):
    models: int | None = None
