"""Fit of a value to a schema of the normal form.

Where that cannot be told (an expression that Python cannot read, a condition), it does.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from datetime import date
from ipaddress import IPv4Address, IPv6Address
from typing import Any, TypeAlias
from uuid import UUID

from specmill.diagnostics import SpecmillError
from specmill.document.document import Document

Schema: TypeAlias = dict[str, Any]

KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
"""The Python types of the values of a JSON type; a whole ``float`` is an integer, too."""
_DEEPEST = 40
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)"
_DATE_TIME = re.compile(rf"\d{{4}}-\d\d-\d\dT{_CLOCK}", re.ASCII)
_TIME = re.compile(_CLOCK, re.ASCII)


def fits(value: Any, schema: Any, document: Document, depth: int = 0) -> bool:
    """Whether a value fits a schema and all that it refers to."""
    if not isinstance(schema, dict) or depth > _DEEPEST:
        return schema is not False
    return (
        _is_of_type(value, schema.get("type"))
        and _is_listed(value, schema)
        and _is_bounded(value, schema)
        and _fits_parts(value, schema, document, depth + 1)
        and _fits_inside(value, schema, document, depth + 1)
    )


def _is_of_type(value: Any, given: Any) -> bool:
    kinds = [given] if isinstance(given, str) else given or []
    if not kinds or not KINDS.keys() >= set(kinds):
        return True
    whole = type(value) is float and value.is_integer()
    return any(type(value) in KINDS[kind] or (whole and kind == "integer") for kind in kinds)


def _is_listed(value: Any, schema: Schema) -> bool:
    if "const" in schema and not _same(value, schema["const"]):
        return False
    return "enum" not in schema or any(_same(value, one) for one in schema["enum"])


def _same(one: Any, other: Any) -> bool:
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _is_bounded(value: Any, schema: Schema) -> bool:
    if isinstance(value, str):
        return _has_size(value, schema, "Length") and _is_text(value, schema)
    if isinstance(value, list):
        unique = not schema.get("uniqueItems") or len(set(map(repr, value))) == len(value)
        return unique and _has_size(value, schema, "Items")
    if isinstance(value, dict):
        return _has_size(value, schema, "Properties")
    return type(value) not in (int, float) or _is_number(value, schema)


def _has_size(value: Any, schema: Schema, what: str) -> bool:
    size = len(value)
    return bool(schema.get(f"min{what}", 0) <= size <= schema.get(f"max{what}", size))


def _is_number(value: float, schema: Schema) -> bool:
    bits = {"int32": 31, "int64": 63}.get(schema.get("format", ""))
    if bits is not None and isinstance(value, int) and not -(2**bits) <= value < 2**bits:
        return False
    step = schema.get("multipleOf")
    if step and abs(value / step - round(value / step)) > 1e-9:
        return False
    return bool(
        schema.get("minimum", value) <= value <= schema.get("maximum", value)
        and value > schema.get("exclusiveMinimum", value - 1)
        and value < schema.get("exclusiveMaximum", value + 1)
    )


def _is_text(value: str, schema: Schema) -> bool:
    if "pattern" in schema and not _matches(schema["pattern"], value):
        return False
    check = _FORMATS.get(schema.get("format", ""))
    if check is not None:
        try:
            return bool(check(value))
        except ValueError:
            return False
    return True


def _matches(pattern: str, value: str) -> bool:
    try:
        with warnings.catch_warnings():  # of what a later Python may read otherwise
            warnings.simplefilter("ignore", FutureWarning)
            return re.search(pattern, value) is not None
    except (re.error, RecursionError, OverflowError):
        return True


def _is_date_time(value: str) -> bool:
    return bool(_DATE_TIME.fullmatch(value) and date.fromisoformat(value[:10]))


_FORMATS: dict[str, Callable[[str], object]] = {
    "date": lambda value: len(value) == 10 and date.fromisoformat(value),
    "date-time": _is_date_time,
    "time": _TIME.fullmatch,
    "email": lambda value: "@" in value,
    "idn-email": lambda value: "@" in value,
    "idn-hostname": lambda value: value.isascii() or value == value.casefold(),
    "ipv4": IPv4Address,
    "ipv6": IPv6Address,
    "uuid": lambda value: len(value) == 36 and UUID(value),
}


def _fits_parts(value: Any, schema: Schema, document: Document, depth: int) -> bool:
    """Whether it fits what holds beside the schema's own keywords."""
    if isinstance(schema.get("$ref"), str):
        try:
            target = document.resolve(schema["$ref"])
        except SpecmillError:
            return True
        if not fits(value, target, document, depth):
            return False
    if not all(fits(value, part, document, depth) for part in schema.get("allOf", ())):
        return False
    if schema.get("anyOf") and not any(
        fits(value, one, document, depth) for one in schema["anyOf"]
    ):
        return False
    variants = schema.get("oneOf")
    if variants and sum(fits(value, one, document, depth) for one in variants) != 1:
        return False
    return "not" not in schema or not fits(value, schema["not"], document, depth)


def _fits_inside(value: Any, schema: Schema, document: Document, depth: int) -> bool:
    """Whether the items of a list and the fields of an object fit."""
    if isinstance(value, list):
        first = schema.get("prefixItems", ())
        rest = schema.get("items", True)
        return all(
            fits(item, first[index] if index < len(first) else rest, document, depth)
            for index, item in enumerate(value)
        )
    if not isinstance(value, dict):
        return True
    if not value.keys() >= set(schema.get("required", ())):
        return False
    known = schema.get("properties", {})
    rest = True if "patternProperties" in schema else schema.get("additionalProperties", True)
    return all(fits(item, known.get(key, rest), document, depth) for key, item in value.items())
