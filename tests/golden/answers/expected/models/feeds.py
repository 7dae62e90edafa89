"""Models of `feeds`."""

from __future__ import annotations

from datetime import datetime

from .._runtime.data.models import Model


class Tick(Model):
    at: datetime


class Done(Model):
    reason: str
