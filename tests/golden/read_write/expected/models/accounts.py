"""Models of `accounts`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._runtime.data.directions import OPTIONAL_READ_ONLY, READ_ONLY, WRITE_ONLY, DirectedModel
from .._runtime.data.models import SECRET, KebabModel


class Account(DirectedModel, KebabModel, hide_input_in_errors=True):
    id: str = READ_ONLY
    """Only set by the server."""
    name: str
    password: Annotated[str, WRITE_ONLY, SECRET]
    """Never in a response."""
    created: datetime = READ_ONLY
    """Only set by the server."""
    closed: datetime | None = OPTIONAL_READ_ONLY
    """Only set by the server."""
    kind: Literal["account"] = "account"
    token: Token = READ_ONLY
    """Only set by the server."""
    hint: str | None = None
    """Never in a response."""
    owner: Owner | None = None


class Owner(DirectedModel, KebabModel):
    mail: str = READ_ONLY
    """Only set by the server."""
    e_mail: Annotated[str, WRITE_ONLY]
    """Never in a response."""


Token: TypeAlias = str
"""Set by the server."""
