"""Models of `sessions`."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.models import SECRET, Model, wire_name


class OpenSessionResponse(Model, hide_input_in_errors=True):
    session: OpenSessionResponseSession | None = None


class OpenSessionResponseSession(Model, hide_input_in_errors=True):
    token: Annotated[str | None, SECRET] = None


class OpenSessionRequest(Model, hide_input_in_errors=True):
    user: str
    secret: Annotated[str, SECRET]
    door_pin: Annotated[str | None, wire_name("pin"), SECRET] = None
