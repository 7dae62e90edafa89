"""Models of `client`."""

from __future__ import annotations

from .._runtime.data.models import Model


class Status(Model):
    models: int | None = None
