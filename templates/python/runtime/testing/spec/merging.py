"""Schemas without their references and ``allOf``: all that holds for a value in one place."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from ...data.json_shapes import is_object
from .document import Spec

Schema: TypeAlias = dict[str, Any]

PATTERNS = "patterns"
"""Stands for expressions beside ``pattern``."""
NOTHING = "nothing"
"""Stands for the type of a value that no type is left for."""
CHOICES = "choices"
"""Stands for a list of schemas that have ``anyOf`` or ``oneOf`` and nothing else."""

_LEAST = frozenset(
    {"exclusiveMinimum", "minItems", "minLength", "minProperties", "minimum", "minContains"}
)
_MOST = frozenset({"exclusiveMaximum", "maxItems", "maxLength", "maxProperties", "maximum"})
_DEEPEST = 40


def references(node: Any) -> Iterator[str]:
    """Yield the references that a schema has for its value itself."""
    if is_object(node):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for one in node.get("allOf") or ():
            yield from references(one)


def merged(spec: Spec, node: Any, depth: int = 0) -> Schema:
    """Return what holds for a value of a schema, its references followed."""
    if not is_object(node) or depth > _DEEPEST:
        return {"not": {}} if node is False else {}
    own = {key: value for key, value in node.items() if key not in ("$ref", "allOf", *_UNIONS)}
    choices = [{key: list(node[key])} for key in _UNIONS if node.get(key)]
    if choices:
        own[CHOICES] = choices
    if isinstance(node.get("$ref"), str):
        own = both(own, merged(spec, spec.at(node["$ref"]).node, depth + 1))
    for part in node.get("allOf") or ():
        own = both(own, merged(spec, part, depth + 1))
    return own


def properties_of(schema: Schema) -> Mapping[str, Any]:
    """Return the fields that a schema lists."""
    found = schema.get("properties")
    return found if is_object(found) else {}


_UNIONS = ("anyOf", "oneOf")


def both(first: Schema, second: Schema) -> Schema:
    """Return what holds where two schemas do; of what is told twice, the first."""
    found = dict(first)
    if "pattern" in first and first["pattern"] != second.get("pattern", first["pattern"]):
        found[PATTERNS] = [*first.get(PATTERNS, ()), second["pattern"]]
    for key, value in second.items():
        found[key] = _both(key, found[key], value) if key in found else value
    return found


def _both(key: str, first: Any, second: Any) -> Any:
    join = _JOINED.get(key)
    return first if join is None else join(first, second)


def _common(first: Any, second: Any) -> Any:
    return _shared(first, second) or _listed(first)


def _shared(first: Any, second: Any) -> Any:
    one, other = _listed(first), _listed(second)
    return [value for value in one if value in other]


def _types(first: Any, second: Any) -> list[str]:
    """Return the types that are in both; a whole number is a number, too."""
    known: list[str] = _shared(first, second)
    if "number" not in known and "integer" not in known:
        numbers = {*_listed(first), *_listed(second)} & {"integer", "number"}
        known += ["integer"] if len(numbers) == 2 else []
    return known


def _multiple(first: float, second: float) -> float:
    is_whole = isinstance(first, int) and isinstance(second, int)
    return math.lcm(int(first), int(second)) if is_whole else first


def _properties(first: Mapping[str, Any], second: Mapping[str, Any]) -> Mapping[str, Any]:
    found = dict(first)
    for name, schema in second.items():
        known = found.get(name)
        found[name] = schema if known in (None, schema) else {"allOf": [known, schema]}
    return found


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


_JOINED: Mapping[str, Callable[[Any, Any], Any]] = {
    **dict.fromkeys(_LEAST, max),
    **dict.fromkeys(_MOST, min),
    "properties": _properties,
    "required": lambda first, second: list(dict.fromkeys([*first, *second])),
    "type": lambda first, second: _types(first, second) or [NOTHING],
    "enum": _common,
    "multipleOf": _multiple,
    CHOICES: lambda first, second: [*first, *second],
    "items": lambda first, second: first if first == second else {"allOf": [first, second]},
    "additionalProperties": lambda first, second: False if False in (first, second) else first,
}
"""What holds where a keyword is told twice; for any other, the first counts."""
