"""The annotations and constraints of a schema, apart from its type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    if not (summary or description or deprecated):
        return _NO_DOCS
    return Docs(str(summary), str(description), deprecated)


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


_NO_DOCS = Docs()
