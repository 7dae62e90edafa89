"""Keywords beside a `$ref` that say nothing which its target does not say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmill.lower.keywords.all_of import Merging, is_annotation, is_silent

_NO_FORMAT = frozenset({"object", "array", "boolean", "null"})
"""JSON types whose values no format describes."""
_FARTHEST = 6
"""Unions in unions that are looked into."""


def referred(schema: Mapping[str, Any], merge: Merging) -> str:
    """Return the one reference that a schema is the same as; empty where it says more.

    Annotations, keywords that nobody knows and what the target says anyway, such as its `type`, say
    nothing more (JSON Schema Core, sections 6.5 and 8.2.3.1).
    """
    parts = [part for part in (schema, *schema.get("allOf", ())) if not is_silent(part)]
    references = [part["$ref"] for part in parts if isinstance(part, dict) and "$ref" in part]
    if len(references) != 1 or not all(isinstance(part, dict) for part in parts):
        return ""
    [reference] = references
    said = [
        (keyword, part[keyword])
        for part in parts
        for keyword in part
        if not (keyword in ("$ref", "allOf") or is_annotation(keyword))
    ]
    if any("allOf" in part for part in parts if part is not schema):
        return ""
    if said:
        target = merge({"$ref": reference})
        if not all(_says(target, keyword, value, merge) for keyword, value in said):
            return ""
    return str(reference)


def _says(target: Mapping[str, Any], keyword: str, value: Any, merge: Merging) -> bool:
    """Tell whether a schema, merged, already says what a keyword does."""
    if keyword in target and target[keyword] == value:
        return True
    if keyword not in ("type", "format"):
        return False
    kinds = _kinds(target, merge)
    if keyword == "format":
        return bool(kinds) and kinds <= _NO_FORMAT
    allowed = {value} if isinstance(value, str) else set(value)
    allowed |= {"integer"} if "number" in allowed else set()
    return bool(kinds) and kinds <= allowed


def _kinds(schema: Any, merge: Merging, depth: int = 0) -> set[str]:
    """Return the JSON types that a schema allows; none where it does not say."""
    if not isinstance(schema, dict) or depth > _FARTHEST:
        return set()
    if "$ref" in schema or "allOf" in schema:
        schema = merge(schema)
    declared = schema.get("type")
    if declared is not None:
        return {declared} if isinstance(declared, str) else set(declared)
    for keyword in ("oneOf", "anyOf"):
        if keyword in schema:
            members = [_kinds(member, merge, depth + 1) for member in schema[keyword]]
            return set().union(*members) if all(members) else set()
    return {"object"} if schema.get("properties") else set()
