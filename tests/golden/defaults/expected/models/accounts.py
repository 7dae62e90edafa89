"""Models of `accounts`."""

from __future__ import annotations

from datetime import datetime

from .._runtime.models import CamelModel


class Account(CamelModel):
    id: str | None = None
    """Set by the server only."""

    email: str

    password: str | None = None
    """Never in a response."""

    role: str | None = None
    """What the account may do.

    The server's default is `reader`.
    """

    quota: int | None = None
    """The server's default is `5`."""

    active: bool | None = None
    """The server's default is true."""

    nickname: str | None = None

    tags: list[str] | None = None
    """The server's default is `[]`."""

    create_time: datetime | None = None
    """When it was made.

    Set by the server only.
    """
