"""Models of `client`."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.models import SECRET, CamelModel


class LoginRequest(CamelModel):
    username: str
    """The user's name."""
    password: Annotated[str, SECRET]
    """The user's password."""


class LoginResponse(CamelModel):
    """A token."""

    authorization: Annotated[str, SECRET]
    """The token."""
