"""JSON types taken as they are: no number is made of text, no flag of a number, no time of one."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import datetime, time
from decimal import Decimal
from typing import Any, cast

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .formats import (
    EXACT,
    WireForm,
    format_datetime,
    format_time,
    keep_datetime,
    keep_time,
    no_number,
)
from .json_shapes import is_array, is_object

_INNER = frozenset(
    {
        *("schema", "fields", "items_schema", "keys_schema", "values_schema", "choices", "steps"),
        *("json_schema", "python_schema", "extras_schema"),
    }
)
"""Where a schema of pydantic holds others that a type is made of."""


def take_exactly(schema: Any, resolve: Callable[[Any], Any] | None = None) -> None:
    """Let a schema of pydantic take the JSON types that it names, and no others; in place.

    Numbers are integers or fractions, as they came. Times go back as they came, or as RFC 3339 has
    them. Nested models are references, or see to their own fields.

    Args:
        schema: The schema.
        resolve: Looks a reference up, which a type that contains itself is.
    """
    if is_array(schema):
        for inner in schema:
            take_exactly(inner, resolve)
        return
    if not is_object(schema):
        return
    kind = schema.get("type")
    if not isinstance(kind, str):  # fields, and choices by tag: a field may be called `type`
        for inner in schema.values():
            take_exactly(inner, resolve)
    elif kind != "model" and EXACT not in schema.get("metadata", ()):
        _mark(schema)
        if kind == "definition-ref" and resolve is not None:
            take_exactly(_referenced(schema, resolve), resolve)
        elif kind in _EXACT:
            cast("dict[str, Any]", schema).update(_EXACT[kind](dict(schema)))
        else:
            takes_digits = kind == "union" and _has_digits(schema)
            for key in _INNER.intersection(schema):
                take_exactly(schema[key], resolve)
            if takes_digits:
                cast("dict[str, Any]", schema).update(_with_decimals(dict(schema)))


def _mark(schema: Any) -> None:
    """Remember that a schema was seen: what contains itself would be seen forever."""
    schema["metadata"] = {**schema.get("metadata", {}), EXACT: True}


def _referenced(schema: Any, resolve: Callable[[Any], Any]) -> Any:
    try:
        return resolve(schema)
    except LookupError:  # it is being made, and will be seen when it is whole
        return None


_AS_IT_IS = core_schema.simple_ser_schema("any")
"""Writes a value by its own type: pydantic would write a flag in an integer's place as 1."""


def _strict(schema: Any) -> Any:
    return {**schema, "strict": True, "serialization": _AS_IT_IS}


def _number(schema: Any) -> Any:
    """Take an integer or a fraction; what comes first is tried first, and a whole hit ends it."""
    fraction = _strict(schema)
    whole = core_schema.int_schema(strict=True)
    given = core_schema.no_info_before_validator_function(with_all_digits, fraction)
    return core_schema.json_or_python_schema(
        core_schema.union_schema([fraction, whole]),
        core_schema.union_schema([whole, given]),
        serialization=_AS_IT_IS,
    )


def with_all_digits(value: Any) -> Any:
    """Return a number that a caller gives for a fraction: pydantic would round a decimal.

    Raises:
        ValueError: It is a decimal that no fraction is equal to.
    """
    if isinstance(value, Decimal) and Decimal(repr(float(value))) != value:
        raise ValueError("a decimal with more digits than a number has here; give a float")
    return value


def _has_digits(schema: Any) -> bool:
    """Tell whether a union has numbers and text, which may have the digits of a decimal."""
    kinds = {choice.get("type") for choice in schema["choices"] if is_object(choice)}
    return {"float", "str"} <= kinds


def _with_decimals(union: Any) -> Any:
    """Let callers give decimals where a number may be a text, too: they travel as text."""
    choices = [core_schema.is_instance_schema(Decimal), *union["choices"]]
    return core_schema.json_or_python_schema(union, core_schema.union_schema(choices))


def _literal(schema: Any) -> Any:
    """Tell 1 from true and 1.0, which are equal in Python."""
    values: list[object] = schema["expected"]
    kinds = {type(value) for value in values}
    if kinds.isdisjoint({int, bool}):
        return schema
    parts: list[CoreSchema] = []
    for kind, exact in _LITERALS.items():
        own = [value for value in values if type(value) is kind]
        if own:
            literal = core_schema.literal_schema(own)
            parts.append(core_schema.chain_schema([exact, literal]) if exact else literal)
    others = [value for value in values if type(value) not in _LITERALS]
    parts += [core_schema.literal_schema(others)] if others else []
    return parts[0] if len(parts) == 1 else core_schema.union_schema([*parts])


_LITERALS: Mapping[type, Any] = {
    bool: core_schema.bool_schema(strict=True),
    int: core_schema.int_schema(strict=True),
    str: None,
}


def _datetime(schema: Any) -> Any:
    return core_schema.no_info_wrap_validator_function(
        keep_datetime, schema, serialization=_written(WireForm(format_datetime, datetime))
    )


def _date(schema: Any) -> Any:
    given = core_schema.no_info_before_validator_function(no_number, schema)
    text: Any = {**schema, "strict": True}
    return core_schema.json_or_python_schema(text, given)


def _time(schema: Any) -> Any:
    return core_schema.no_info_wrap_validator_function(
        keep_time, schema, serialization=_written(WireForm(format_time, time))
    )


def _written(form: WireForm) -> Any:
    return core_schema.plain_serializer_function_ser_schema(
        form.encode, when_used="json-unless-none"
    )


def _any(schema: Any) -> Any:
    """Refuse to write NaN in free JSON, which has no number for it, as a text."""
    written = core_schema.plain_serializer_function_ser_schema(finite, when_used="json")
    return {**schema, "serialization": written}


_EXACT: Mapping[str, Callable[[Any], Any]] = {
    "int": _strict,
    "bool": _strict,
    "float": _number,
    "literal": _literal,
    "datetime": _datetime,
    "date": _date,
    "time": _time,
    "any": _any,
}
"""What becomes of a schema, by its type."""


def finite(value: Any) -> Any:
    """Return free JSON as it is.

    Raises:
        ValueError: It has a number that JSON has not.
    """
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} is no number of JSON")
    elif is_object(value):
        for inner in value.values():
            finite(inner)
    elif is_array(value):
        for inner in value:
            finite(inner)
    return value


class Exactly:
    """Reads and writes a type as models do their fields: ``Annotated[list[float], Exactly()]``."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        schema = handler(source)
        take_exactly(schema, handler.resolve_ref_schema)
        return schema
