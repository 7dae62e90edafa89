"""Unions of types, joined from their members."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from specmill.lower.keywords.scalars import is_literal
from specmill.model.types import (
    NULL,
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    Scalar,
    ScalarKind,
    TypeRef,
    UnionOf,
)


def join_types(members: Iterable[TypeRef]) -> TypeRef:
    """Return the union of types, flat and without repetition; a single one stays itself.

    A type beside any other value is still the type that a value is tried as.
    """
    members = tuple(members)
    if len(members) == 1 and not isinstance(members[0], UnionOf):
        return members[0]
    flat: list[TypeRef] = []
    for member in members:
        parts = (
            member.members
            if isinstance(member, UnionOf) and not member.discriminator
            else (member,)
        )
        flat.extend(part for part in parts if part not in flat)
    if not flat or flat == _ANYTHING_OR_NULL:
        return Anything()
    if len(flat) == 1:
        return flat[0]
    if len(flat) == 2 and flat[1] is NULL and type(flat[0]) in _ORDINARY:
        return UnionOf(tuple(flat))
    if any(map(_is_text, flat)):
        flat = list(dict.fromkeys(_TEXT if _is_base64(part) else part for part in flat))
    if any(map(_is_digits, flat)) and any(map(_takes_digits, flat)):
        flat = list(dict.fromkeys(_TEXT if _is_digits(part) else part for part in flat))
    flat.sort(key=lambda part: isinstance(part, Anything) + 2 * (part == NULL))
    return flat[0] if len(flat) == 1 else UnionOf(tuple(flat))


_ORDINARY = frozenset({Scalar, Named, ListOf, MapOf})
"""Types that stand before null in a union, as they are; most unions are of such a one and null."""
_ANYTHING_OR_NULL = [Anything(), NULL]
_TEXT = Scalar(ScalarKind.STRING)
_BASE64 = (ScalarKind.BASE64, ScalarKind.BASE64URL, ScalarKind.BASE64_TEXT)
_DIGITS = (ScalarKind.INTEGER_STRING, ScalarKind.NUMBER_STRING)
_NUMBERS_AND_TEXT = (ScalarKind.INTEGER, ScalarKind.NUMBER, ScalarKind.STRING)
_NO_TEXT = (
    *(*_BASE64, ScalarKind.BOOLEAN, ScalarKind.NULL),
    *(ScalarKind.INTEGER, ScalarKind.NUMBER, ScalarKind.DECIMAL_NUMBER),
)


def _is_base64(type_: TypeRef) -> bool:
    return isinstance(type_, Scalar) and type_.kind in _BASE64


def _is_digits(type_: TypeRef) -> bool:
    return isinstance(type_, Scalar) and type_.kind in _DIGITS


def _takes_digits(type_: TypeRef) -> bool:
    """Tell whether a value may be digits all the same: read as a number, ``7`` and ``"7"`` would
    be one.
    """
    return isinstance(type_, Scalar) and type_.kind in _NUMBERS_AND_TEXT


def _is_text(type_: TypeRef) -> bool:
    """Tell whether a type is told by text; beside it, base64 would take text for bytes."""
    match type_:
        case Scalar(kind=kind):
            return kind not in _NO_TEXT
        case LiteralOf(values=values):
            return any(isinstance(value, str) for value in values)
        case Anything():
            return True
        case _:
            return False


def type_of_values(values: Iterable[Any], *, is_open: bool) -> TypeRef:
    """Return the type of some values: literals where there are any, else what they are.

    Python has no literals of fractions, lists and objects.
    """
    listed = list(values)
    literals = tuple(value for value in listed if value is not None and is_literal(value))
    kinds: list[TypeRef] = [LiteralOf(literals, open=is_open)] if literals else []
    for value in listed:
        match value:
            case None:
                kinds.append(NULL)
            case float():
                kinds.append(Scalar(ScalarKind.NUMBER))
            case list():
                kinds.append(ListOf(type_of_values(value, is_open=True) if value else Anything()))
            case dict():
                kinds.append(MapOf(Anything()))
    return join_types(kinds)
