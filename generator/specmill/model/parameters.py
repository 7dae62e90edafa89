"""Path, query, header and cookie parameters of operations."""

from __future__ import annotations

from enum import StrEnum

from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.models import UNSET, Docs, JsonValue, Unset
from specmill.model.types import TypeRef
from specmill.values import dataclass


class ParameterPlace(StrEnum):
    """Where a parameter travels (OpenAPI 3.1, Parameter Object, ``in``)."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation."""

    wire: str
    name: str
    place: ParameterPlace
    type: TypeRef
    required: bool
    docs: Docs = Docs()
    default: JsonValue | Unset = UNSET
    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False
    json: bool = False
    """The value travels as JSON text (``content: application/json``)."""
    bounds: Bounds = NO_BOUNDS
    constant: JsonValue | Unset = UNSET
    """The only value that there is."""
