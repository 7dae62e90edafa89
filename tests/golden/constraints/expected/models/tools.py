"""Models of `tools`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

from .._runtime.data.directions import READ_ONLY, DirectedModel
from .._runtime.data.models import SECRET, KebabModel

ToolKind: TypeAlias = Literal["saw", "drill", 'it\'s "new"'] | str
ToolLevel: TypeAlias = Literal[-1, 0, 1] | int


class Tool(DirectedModel, KebabModel, hide_input_in_errors=True):
    """Something to work with."""

    id: str = READ_ONLY
    """Only set by the server."""
    name: str
    """At least 1 character, at most 8 characters, matches `^[A-ZÄ][^{}]*$`."""
    kind: ToolKind
    maker: str | None
    """Who made it; null for nobody knows."""
    serial: str | None = None
    """Immutable. Stamped on the handle."""
    power: float | None = None
    """At least 0, less than 5000."""
    teeth: int | None = None
    """At least -4, a multiple of 2."""
    step: float | None = None
    """A multiple of 0.5."""
    level: ToolLevel | None = None
    tags: list[str] | None = None
    """At least 1 item, at most 3 items, no item twice."""
    checked: list[date] | None = None
    weight_kg: float | None = None
    """At least 0."""
    regex: str | None = None
    """Matches `^a\\tb$`."""
    pin: Annotated[str | None, SECRET] = None
    """Never in a response."""
    parts: list[Tool] | None = None


class Change(KebabModel, hide_input_in_errors=True):
    name: str | None = None
    pin: Annotated[str | None, SECRET] = None


class LendToolRequest(KebabModel):
    to: str
    days: int | None = None
    """At least 1. The server's default is `7`."""
