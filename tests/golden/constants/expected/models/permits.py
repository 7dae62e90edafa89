"""Models of `permits`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.directions import READ_ONLY, DirectedModel
from .._runtime.data.models import Model, wire_name

Kind: TypeAlias = Literal["permit"] | str


class Permit(DirectedModel):
    kind: Kind = "permit"
    """What it is."""
    edition: Literal[2] = 2
    schema_version: Annotated[Literal["a1"] | str, wire_name("schema version")] = "a1"
    issued: Literal[True] = READ_ONLY
    """Only set by the server."""
    nothing: None
    holder: str | None = None
    renewable: Literal[True] | None = None
    """Left out where it is not."""
    subject: Person | Office | None = None


class Person(Model):
    type: Literal["person"] = "person"
    name: str


class Office(Model):
    name: str
    floor: int | None = None
