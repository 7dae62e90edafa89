"""Models of `sessions`."""

from __future__ import annotations

from .._runtime.models import Model


class OpenSessionResponse(Model):
    session: OpenSessionResponseSession | None = None


class OpenSessionResponseSession(Model):
    token: str | None = None


class OpenSessionRequest(Model):
    user: str

    secret: str
