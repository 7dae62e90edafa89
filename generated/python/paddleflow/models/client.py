"""Models of `client`."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.models import SECRET, CamelModel


class LoginRequest(CamelModel, hide_input_in_errors=True):
    username: str
    """The user's name."""
    password: Annotated[str, SECRET]
    """The user's password."""


class LoginResponse(CamelModel, hide_input_in_errors=True):
    """A token."""

    authorization: Annotated[str, SECRET]
    """The token."""
