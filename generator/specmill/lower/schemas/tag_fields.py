"""Fields that tell members of unions apart: their values, and how they are filled in."""

from __future__ import annotations

from collections.abc import Mapping

from specmill.model.models import UNSET, Field, Model
from specmill.model.types import (
    NULL,
    Anything,
    LiteralOf,
    Named,
    Scalar,
    ScalarKind,
    TypeRef,
    UnionOf,
)
from specmill.values import replace

Value = str | int | float | bool | None
Key = tuple[str, Value]
"""A value with its type, which tells 1 from true."""


def with_tags(model: Model, tags: Mapping[str, Mapping[Key, Value]]) -> Model:
    """Let a model fill in what tells it from others, where that is one value in all unions."""
    fields = {one.wire: one for one in model.fields}
    added: dict[str, Field] = {}
    for name, values in tags.items():
        declared = fields.get(name)
        if declared is not None and declared.constant is not UNSET:
            fields[name] = replace(declared, tag=True, type=_literal(declared))
        elif len(values) == 1:
            [value] = values.values()
            told = NULL if value is None else LiteralOf((value,))
            if declared is None:
                added[name] = Field(name, name, told, required=False, constant=value, tag=True)
            elif _takes(declared.type, value):
                fields[name] = replace(declared, type=told, constant=value, tag=True)
    return replace(model, fields=(*added.values(), *fields.values()))


def _literal(declared: Field) -> TypeRef:
    """Return the type of a constant, null aside."""
    value = declared.constant
    if not isinstance(value, str | int | bool):
        return declared.type  # Python has no literals of fractions
    return LiteralOf((value,), open=declared.tag and not is_closed(declared))


def _takes(type_: TypeRef, value: Value) -> bool:
    """Tell whether a value of a discriminator can be one of a property, whose type may be other."""
    match type_:
        case Scalar(kind=ScalarKind.NULL):
            return value is None
        case Scalar(kind=kind):
            return kind is ScalarKind.STRING and isinstance(value, str)
        case LiteralOf(values=values):
            return value in values
        case UnionOf(members=members):
            return any(_takes(one, value) for one in members if one != NULL)
        case Named() | Anything():
            return isinstance(value, str)
        case _:
            return False


def is_null(declared: Field) -> bool:
    """Tell whether a property is nothing but null."""
    return declared.type == NULL


def is_tag(value: object) -> bool:
    return isinstance(value, str | int | float) and value is not UNSET


def is_closed(declared: Field | None) -> bool:
    """Tell whether a property has one value by its own schema, so that no other may come."""
    if declared is None or (declared.constant is UNSET and not is_null(declared)):
        return False
    is_told = declared.tag and isinstance(declared.type, LiteralOf) and declared.type.open
    return not is_told


def field_of(model: Model, wire: str) -> Field | None:
    return next((one for one in model.fields if one.wire == wire), None)


def key_of(value: object) -> Key:
    return type(value).__name__, value  # type: ignore[return-value]
