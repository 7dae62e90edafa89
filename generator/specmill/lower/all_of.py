"""Merging ``allOf`` (JSON Schema Core, section 10.2.1.1) into one flat schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

ANNOTATIONS = frozenset(
    {
        "title",
        "description",
        "summary",
        "deprecated",
        "readOnly",
        "writeOnly",
        "default",
        "examples",
        "example",
        "externalDocs",
        "xml",
        "$comment",
    }
)
"""Keywords that say something about a value and do not constrain it."""


def is_annotation(keyword: str) -> bool:
    """Tell whether a keyword leaves the type of a value alone."""
    return keyword in ANNOTATIONS or keyword.startswith("x-")


def merge(schema: Mapping[str, Any], resolve: Callable[[str], Any]) -> dict[str, Any]:
    """Flatten a schema with ``allOf`` or with keywords beside ``$ref``.

    Properties are joined, a property declared twice holds for both declarations, ``required`` adds
    up, and of any other keyword the outermost schema's wins. A schema that includes itself
    contributes once.

    Args:
        schema: The schema; it is not changed.
        resolve: Looks a ``$ref`` up.

    Returns:
        A schema without ``allOf``.
    """
    merged: dict[str, Any] = {}
    _add(merged, schema, resolve, ())
    return merged


def _add(
    merged: dict[str, Any],
    schema: Any,
    resolve: Callable[[str], Any],
    seen: tuple[str, ...],
) -> None:
    if not isinstance(schema, Mapping):
        return
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference not in seen:
        _add(merged, resolve(reference), resolve, (*seen, reference))
    for member in schema.get("allOf", ()):
        _add(merged, member, resolve, seen)
    for keyword, value in schema.items():
        if keyword == "properties":
            properties = merged.setdefault("properties", {})
            for name, declared in value.items():
                properties[name] = _both(properties.get(name), declared)
        elif keyword == "required":
            required = merged.get("required", [])
            merged["required"] = [*required, *(name for name in value if name not in required)]
        elif keyword not in {"$ref", "allOf"}:
            merged[keyword] = value


def _both(one: Any, other: Any) -> Any:
    """Return a schema for a property that two members declare."""
    if one is None or one == other or one is True or one == {}:
        return other
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return other
    if all(is_annotation(keyword) or keyword in {"const", "enum"} for keyword in other):
        return {**one, **other}
    if "$ref" in one or "$ref" in other:
        return other if all(is_annotation(keyword) for keyword in one) else _narrower(one, other)
    return {**one, **other}


def _narrower(one: Mapping[str, Any], other: Mapping[str, Any]) -> Any:
    return {"allOf": [one, other]}
