"""Models of `plants`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from .._runtime.data.directions import OPTIONAL_READ_ONLY
from .._runtime.data.models import SECRET, CamelModel, wire_name

Habitat: TypeAlias = Literal["HABITAT_UNSPECIFIED", "MEADOW", "WOOD", "TABLE|ROCK"] | str
"""- `MEADOW`: Grass and herbs.
- `WOOD`: Under <trees>. Deprecated.
"""

PlantOrder: TypeAlias = Literal["up", "down"] | str


class Plant(CamelModel, hide_input_in_errors=True):
    """A pressed plant."""

    id: str | None = OPTIONAL_READ_ONLY
    """Set when it is added. Only set by the server."""
    name: str
    """Latin name | genus first.

    At least 2 characters, at most 40 characters, matches `^[A-Z|a-z ]+$`.
    """

    habitat: Habitat
    found: datetime | None = None
    weight: float | None = None
    """In grams. More than 0."""
    sheets: int | None = None
    """At least 1, at most 9. The server's default is `1`."""
    parent: Plant | None = None
    """What it was grown from."""
    kin: list[Plant] | None = None
    """No item twice."""
    collector: Person | None = None
    checked_by: Person | None = None
    finding: Wild | Grown | None = None
    notes: dict[str, str] | None = None
    old_label: Annotated[str | None, wire_name("old_label")] = None
    """Deprecated."""


class Person(CamelModel, hide_input_in_errors=True):
    if not TYPE_CHECKING:  # a type checker would compare it with the base class's
        __pydantic_extra__: dict[str, int]

    name: str | None = None
    password: Annotated[str | None, SECRET] = None
    """Never in a response."""


class Wild(CamelModel):
    place: str


class Grown(CamelModel):
    garden: str


class PlantPage(CamelModel, hide_input_in_errors=True):
    plants: list[Plant] | None = None
    next_page_token: str | None = None


class Problem(CamelModel):
    message: str | None = None
