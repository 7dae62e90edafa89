"""Schemas of secrets: what `format: password` says of a value, and of all that is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

_ALTERNATIVES = ("allOf", "anyOf", "oneOf", "prefixItems")
_ITEMS = ("items", "unevaluatedItems")


def is_secret(schema: Any, resolve: Callable[[str], Any]) -> bool:
    """Tell whether a schema calls a value a password, or what is in its arrays and maps.

    An object with properties of its own hides them, and the others, by itself.
    """
    return _is_secret(schema, resolve, set())


def has_secret_extras(schema: Mapping[str, Any], resolve: Callable[[str], Any]) -> bool:
    """Tell whether the values of undeclared properties of an object are passwords."""
    return any(is_secret(inner, resolve) for inner in _extras(schema))


def _is_secret(schema: Any, resolve: Callable[[str], Any], seen: set[str]) -> bool:
    if not isinstance(schema, dict):
        return False
    if schema.get("format") == "password":
        return True
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference not in seen:
        seen.add(reference)
        if _is_secret(resolve(reference), resolve, seen):
            return True
    return any(_is_secret(inner, resolve, seen) for inner in _inner(schema))


def _inner(schema: Mapping[str, Any]) -> Iterator[Any]:
    for key in _ALTERNATIVES:
        inner = schema.get(key)
        yield from inner if isinstance(inner, list) else ()
    yield from (schema.get(key) for key in _ITEMS)
    if not schema.get("properties"):
        yield from _extras(schema)


def _extras(schema: Mapping[str, Any]) -> Iterator[Any]:
    yield from (schema.get(key) for key in ("additionalProperties", "unevaluatedProperties"))
    patterns = schema.get("patternProperties")
    yield from patterns.values() if isinstance(patterns, dict) else ()
