"""Models of `logins`."""

from __future__ import annotations

from .._runtime.data.models import Model


class CreateLoginRequest(Model):
    user: str
    groups: list[str] | None = None
