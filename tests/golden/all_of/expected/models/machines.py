"""Models of `machines`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.models import CamelModel

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

    owner: Named | None = None
    """Beside the reference."""


class StoredMachine(CamelModel):
    """A machine to be made."""

    name: str
    """Shown to people."""

    state: MachineState | None = None
    """Narrowed to two values."""

    size: int

    owner: Named | None = None
    """Beside the reference."""

    create_time: datetime | None = None

    id: str | None = None
    """Set by the server only."""
