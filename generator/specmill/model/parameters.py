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
    item_styles: tuple[str, ...] = ()
    """How the arrays in an array are written, the outer ones first; empty for JSON."""
    fields: tuple[Parameter, ...] = ()
    """Of a whole query that is a form, the fields that do not travel as those of forms do."""
    json: bool = False
    """The value travels as JSON text (``content: application/json``)."""
    may_be_empty: bool = False
    """A path without its value is that of no other operation."""
    dot_segments: bool = False
    """Its value may have segments `.` and `..`, which are no steps of a path."""
    positional: bool = False
    """It names what the operation is about, though it is not in the path."""
    bounds: Bounds = NO_BOUNDS
    constant: JsonValue | Unset = UNSET
    """The only value that there is."""
    secret: bool = False
    """A password or a token, which is never shown."""
    earlier: str | None = None
    """What code called it in the run before: empty for its wire name as it is; None where it is new
    or that is not known.
    """
    former: tuple[str, ...] = ()
    """What code called it before, latest last, where the spec calls it otherwise now: empty for its
    wire name as it is.
    """

    @property
    def spans_segments(self) -> bool:
        """Whether its value is several segments of a path."""
        several = self.allow_reserved or self.style == "segments"
        return several and self.place is ParameterPlace.PATH
