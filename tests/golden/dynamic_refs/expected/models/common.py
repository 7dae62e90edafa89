"""Models that `teams` and `users` share."""

from __future__ import annotations

from .._runtime.data.models import Model


class User(Model):
    name: str
