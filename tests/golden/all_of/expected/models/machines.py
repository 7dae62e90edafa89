"""Models of `machines`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.data.directions import READ_ONLY, DirectedModel
from .._runtime.data.models import CamelModel

MachineState: TypeAlias = Literal["NEW", "OLD"] | str


class Named(CamelModel):
    name: str
    """Shown to people."""
    state: str | None = None


class Machine(CamelModel):
    """A machine to be made."""

    name: str
    """Shown to people."""
    state: MachineState | None = None
    """Narrowed to two values."""
    size: int
    """At least 1."""
    owner: Named | None = None
    """Beside the reference."""


class StoredMachine(DirectedModel, CamelModel):
    """A machine to be made."""

    name: str
    """Shown to people."""
    state: MachineState | None = None
    """Narrowed to two values."""
    size: int
    """At least 1."""
    owner: Named | None = None
    """Beside the reference."""
    create_time: datetime | None = None
    id: str = READ_ONLY
    """Only set by the server."""
