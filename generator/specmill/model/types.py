"""Types: a closed union, so that a target handles each case."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from specmill.values import dataclass


class ScalarKind(StrEnum):
    """A scalar, told apart by its meaning and by its form on the wire."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    INTEGER_STRING = "integer-string"
    """An integer that travels as a JSON string (int64 and uint64 of protobuf's JSON mapping)."""
    NUMBER_STRING = "number-string"
    BASE64 = "base64"
    BASE64URL = "base64url"
    BASE64_TEXT = "base64-text"
    """Text, such as YAML, that travels as base64."""
    BINARY = "binary"
    """Raw bytes: a file part or a whole body."""
    DATE_TIME = "date-time"
    HTTP_DATE = "http-date"
    """A time as HTTP has it (RFC 9110, section 5.6.7), in parameters; elsewhere it is text."""
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    """ISO 8601 duration (RFC 3339, appendix A)."""
    SECONDS_DURATION = "seconds-duration"
    """Seconds with the suffix ``s``: protobuf's JSON mapping of ``google.protobuf.Duration``."""
    UUID = "uuid"
    DECIMAL = "decimal"
    """A decimal number that travels as a JSON string."""
    DECIMAL_NUMBER = "decimal-number"
    """A decimal number that travels as a JSON number, with all its digits."""
    LOCAL_DATE_TIME = "date-time-local"
    """A date and a time without an offset."""
    SPACED_DATE_TIME = "date-time-local-space"
    """The same with a space between them, as databases write it."""
    LOCAL_TIME = "time-local"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar value; ``format`` is the spec's own word, kept for docs."""

    kind: ScalarKind
    format: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A reference to a model of the API by its key in :attr:`Api.models`."""

    key: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """A JSON array of one type."""

    item: TypeRef


@dataclass(frozen=True, slots=True)
class TupleOf:
    """A JSON array whose first items, which are all there, have types of their own."""

    items: tuple[TypeRef, ...]
    rest: TypeRef | None = None
    """Type of the items after those; None where there are no more."""


@dataclass(frozen=True, slots=True)
class MapOf:
    """A JSON object with free keys and values of one type."""

    value: TypeRef


@dataclass(frozen=True, slots=True)
class UnionOf:
    """One of several types; ``null`` is a member where the value may be null."""

    members: tuple[TypeRef, ...]
    discriminator: str = ""
    """Wire name of the property that tells the members apart; empty without one."""
    mapping: tuple[tuple[str | int | float | bool | None, TypeRef], ...] = ()
    """Discriminator value to member, in the spec's order."""
    other: TypeRef | None = None
    """What an object with no value or another one is."""
    closed: bool = False
    """No other value is allowed."""


@dataclass(frozen=True, slots=True)
class LiteralOf:
    """One of some given values; an open one admits others of the same type."""

    values: tuple[str | int | float | bool | None, ...]
    open: bool = True

    def __eq__(self, other: object) -> bool:
        """Tell whether the values are the same in JSON, where ``1`` is neither true nor ``1.0``."""
        if not isinstance(other, LiteralOf):
            return NotImplemented
        same = self.values == other.values and self.open == other.open
        return same and all(
            type(one) is type(two) for one, two in zip(self.values, other.values, strict=True)
        )

    def __hash__(self) -> int:
        return hash(self.values)


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value."""


TypeRef: TypeAlias = Scalar | Named | ListOf | TupleOf | MapOf | UnionOf | LiteralOf | Anything

NULL = Scalar(ScalarKind.NULL)


def without_null(type_: TypeRef | None) -> TypeRef | None:
    """Return what a type may be besides null, where that is one type; else the type itself."""
    if isinstance(type_, UnionOf):
        members = [member for member in type_.members if member != NULL]
        return members[0] if len(members) == 1 else type_
    return type_
