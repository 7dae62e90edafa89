"""Models of `accounts`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from .._runtime.data.directions import OPTIONAL_READ_ONLY, READ_ONLY, WRITE_ONLY, DirectedModel
from .._runtime.data.models import CamelModel


class Account(DirectedModel, CamelModel):
    id: str = READ_ONLY
    """Only set by the server."""
    email: str
    """At least 3 characters, at most 200 characters, matches `.+@.+`."""
    password: Annotated[str, WRITE_ONLY]
    """Never in a response."""
    role: str | None = None
    """What the account may do. The server's default is `reader`."""
    quota: int | None = None
    """At least 0, less than 10. The server's default is `5`."""
    active: bool | None = None
    """The server's default is true."""
    nickname: str | None = None
    tags: list[str] | None = None
    """At most 10 items, no item twice. The server's default is `[]`."""
    create_time: datetime | None = OPTIONAL_READ_ONLY
    """When it was made. Only set by the server."""
