"""Models of `tools`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

from .._runtime.models import SECRET, KebabModel

ToolKind: TypeAlias = Literal["saw", "drill", 'it\'s "new"'] | str

ToolLevel: TypeAlias = Literal[-1, 0, 1] | int


class Tool(KebabModel):
    """Something to work with."""

    id: str | None = None
    """Set by the server only."""

    name: str
    kind: ToolKind

    maker: str | None
    """Who made it; null for nobody knows."""

    serial: str | None = None
    """Immutable. Stamped on the handle."""

    power: float | None = None
    teeth: int | None = None
    step: float | None = None
    level: ToolLevel | None = None
    tags: list[str] | None = None
    checked: list[date] | None = None
    weight_kg: float | None = None
    regex: str | None = None

    pin: Annotated[str | None, SECRET] = None
    """Never in a response."""

    parts: list[Tool] | None = None


class Change(KebabModel):
    name: str | None = None
    pin: Annotated[str | None, SECRET] = None


class LendToolRequest(KebabModel):
    to: str

    days: int | None = None
    """The server's default is `7`."""
