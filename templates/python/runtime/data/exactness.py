"""JSON types taken as they are: no number is made of text, no flag of a number, no time of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, TypeGuard, Unpack, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema

from .formats import EXACT, WireForm, keep_datetime, keep_time, no_number
from .json_shapes import is_array, is_object
from .texts import format_date, format_datetime, format_time
from .wire import free_json

_CONFIG = ConfigDict(ser_json_inf_nan="strings")

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
            if kind == "tuple":
                cast("dict[str, Any]", schema)["serialization"] = _AS_TUPLE


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


def as_number(value: Any) -> Any:
    """Return what is written where a number is due: a decimal is none in JSON by itself.

    Raises:
        ValueError: A number has not all digits of the decimal.
    """
    if not isinstance(value, Decimal):
        return value
    whole = value.is_finite() and value == value.to_integral_value()
    return int(value) if whole else float(with_all_digits(value))


_AS_NUMBER = core_schema.plain_serializer_function_ser_schema(
    as_number, when_used="json-unless-none"
)


def as_tuple(value: Any, write: Callable[[Any], Any], /) -> Any:
    """Write a list in the place of a tuple by the types of the tuple's items."""
    return write(tuple(value) if is_array(value) else value)


_AS_TUPLE = core_schema.wrap_serializer_function_ser_schema(as_tuple, when_used="json-unless-none")


def _strict(schema: Any) -> Any:
    return {**schema, "strict": True, "serialization": _AS_IT_IS}


def _integer(schema: Any) -> Any:
    return {**schema, "strict": True, "serialization": _AS_NUMBER}


def _number(schema: Any) -> Any:
    """Take an integer or a fraction; what comes first is tried first, and a whole hit ends it."""
    fraction = _strict(schema)
    whole = core_schema.int_schema(strict=True)
    given = core_schema.no_info_before_validator_function(with_all_digits, fraction)
    return core_schema.json_or_python_schema(
        core_schema.union_schema([fraction, whole]),
        core_schema.union_schema([whole, given]),
        serialization=_AS_NUMBER,
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
    for choice in union["choices"]:
        if is_object(choice) and choice.get("serialization") is _AS_NUMBER:
            cast("dict[str, Any]", choice)["serialization"] = _AS_IT_IS
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


_USUAL_TIME = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
    r"(?:\.(?:[1-9][0-9]{5}|0[1-9][0-9]{4}|00[1-9][0-9]{3}|000[1-9][0-9]{2}|0000[1-9][0-9]|00000[1-9]))?Z$"
)
"""A time that :func:`format_datetime` writes in the same way: in UTC, with whole seconds or six
digits of a fraction. No text is kept, so pydantic reads it alone, in a quarter of the time.
"""


def _datetime(schema: Any) -> Any:
    kept = core_schema.no_info_wrap_validator_function(keep_datetime, schema)
    usual = core_schema.chain_schema([core_schema.str_schema(pattern=_USUAL_TIME), schema])
    text = core_schema.union_schema(
        [usual, kept],
        mode="left_to_right",
        custom_error_type="datetime",
        custom_error_message="Input should be a time as RFC 3339 writes it",
    )
    return core_schema.json_or_python_schema(
        text,
        kept,
        metadata={EXACT: True, "pydantic_js_functions": [_schema_of_time]},
        serialization=_written(WireForm(format_datetime, datetime)),
    )


def _schema_of_time(*_: Any) -> dict[str, str]:
    return {"type": "string", "format": "date-time"}


def _date(schema: Any) -> Any:
    given = core_schema.no_info_before_validator_function(no_number, schema)
    text: Any = {**schema, "strict": True}
    return core_schema.json_or_python_schema(
        text, given, serialization=_written(WireForm(format_date, date))
    )


def _time(schema: Any) -> Any:
    return core_schema.no_info_wrap_validator_function(
        keep_time, schema, serialization=_written(WireForm(format_time, time))
    )


def _written(form: WireForm) -> Any:
    return core_schema.plain_serializer_function_ser_schema(
        form.encode, when_used="json-unless-none"
    )


def _any(schema: Any) -> Any:
    written = core_schema.plain_serializer_function_ser_schema(free_json, when_used="json")
    return {**schema, "serialization": written}


_EXACT: Mapping[str, Callable[[Any], Any]] = {
    "int": _integer,
    "bool": _strict,
    "float": _number,
    "literal": _literal,
    "datetime": _datetime,
    "date": _date,
    "time": _time,
    "any": _any,
}
"""What becomes of a schema, by its type."""


class Exactly:
    """Reads and writes a type as models do their fields: ``Annotated[list[float], Exactly()]``."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        schema = handler(source)
        take_exactly(schema, handler.resolve_ref_schema)
        return schema


def is_model_type(target: Any) -> TypeGuard[type[BaseModel]]:
    """Tell whether a type is a model, and not a union, a list or the like."""
    return isinstance(target, type) and issubclass(target, BaseModel)


def items_of(target: Any) -> tuple[tuple[Any, ...], Any]:
    """Return the types of a tuple's first items, and the type of those that may follow them.

    The latter is Any if none may follow.
    """
    *first, last = get_args(target) or (Any,)
    if not (get_origin(last) is Unpack or getattr(last, "__unpacked__", False)):
        return (*first, last), Any
    while Ellipsis not in get_args(last):  # `Unpack[tuple[int, ...]]`, as pydantic spells it
        last = get_args(last)[0]
    return tuple(first), get_args(last)[0]


def _made(target: Any) -> TypeAdapter[Any]:
    if is_model_type(get_args(target)[0] if get_origin(target) is Annotated else target):
        return TypeAdapter(target)  # which has settings of its own
    exact: Any = Annotated[target, Exactly()]
    return TypeAdapter(exact, config=_CONFIG)


@cache
def _cached(target: Any) -> TypeAdapter[Any]:
    return _made(target)


def type_adapter(target: Any) -> TypeAdapter[Any]:
    """Return the adapter of any type form, such as ``list[Job]`` or ``Job | None``; made once."""
    try:
        return _cached(target)
    except TypeError:  # annotations that have no hash
        return _made(target)
