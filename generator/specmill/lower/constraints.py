"""The annotations and constraints of a schema, apart from its type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from specmill.lower.scalars import is_literal
from specmill.model.api import NO_BOUNDS, UNSET, Bounds, Docs, JsonValue, Unset

_BOUND_KEYWORDS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
    "minItems": "min_items",
    "maxItems": "max_items",
    "uniqueItems": "unique_items",
}
"""Keywords of JSON Schema Validation, section 6, and the fields of :class:`Bounds` that hold them.
"""


def docs_of(node: Mapping[str, Any]) -> Docs:
    """Read summary, description and deprecation of an operation, a parameter or a schema."""
    summary = node.get("summary") or node.get("title") or ""
    description = node.get("description") or ""
    deprecated = node.get("deprecated") is True
    more = node.get("externalDocs") or {}
    if not (summary or description or deprecated or more):
        return _NO_DOCS
    url, text = str(more.get("url", "")), str(more.get("description", ""))
    return Docs(str(summary), str(description), deprecated, url, text)


def bounds_of(schema: Mapping[str, Any]) -> Bounds:
    """Read the constraints of a schema; most schemas have none and share one object."""
    found = {
        field: schema[keyword] for keyword, field in _BOUND_KEYWORDS.items() if keyword in schema
    }
    return Bounds(**found) if found else NO_BOUNDS


def default_of(schema: Mapping[str, Any]) -> JsonValue | Unset:
    """Read the declared default; :data:`UNSET` when there is none."""
    default: JsonValue | Unset = schema.get("default", UNSET)
    return default


def constant_of(
    schema: Any, resolve: Callable[[str], Any], *, may_grow: bool = False
) -> JsonValue | Unset:
    """Return the only value that a schema admits, by ``const`` or an ``enum`` of one.

    :data:`UNSET` where there are others, or null is the one. With ``may_grow`` an ``enum`` of one
    does not count: a second value of it must not change how a method is called.
    """
    for _ in range(_FARTHEST):
        if not isinstance(schema, Mapping):
            break
        values: Sequence[Any] = () if may_grow else schema.get("enum", ())
        if "const" in schema:
            values = [schema["const"]]
        if len(values) == 1 and values[0] is not None and is_literal(values[0]):
            only: JsonValue = values[0]
            return only
        members = schema.get("allOf", ())
        if "$ref" in schema:
            schema = resolve(schema["$ref"])
        elif len(members) == 1:
            schema = members[0]
        else:
            break
    return UNSET


_FARTHEST = 10
"""References that are followed to find a constant."""

_NO_DOCS = Docs()
