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


class VersionInfo(CamelModel):
    """The version of the server."""

    git_version: str | None = None
    git_commit: str | None = None
    git_branch: str | None = None
    build_date: str | None = None
    go_version: str | None = None
    compiler: str | None = None
    platform: str | None = None
