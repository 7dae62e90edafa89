"""The depth of schemas that hold each other by reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from specmill.diagnostics import fail
from specmill.document.document import Document
from specmill.document.pointers import escape
from specmill.lower.keywords import component_name
from specmill.values import dataclass

DEEPEST = 900
"""Components that may stand within each other; a document nests at most 200 deep by itself."""

DEEPEST_UNION = 200
"""Unions that may stand within each other."""

_UNIONS = ("anyOf", "oneOf")
_HOLDING = (
    *("allOf", "anyOf", "oneOf", "items", "prefixItems", "additionalProperties"),
    *("if", "then", "else", "unevaluatedProperties"),
)
_HOLDING_BY_NAME = ("patternProperties", "dependentSchemas")
"""Keywords whose schemas are part of a type."""


def refuse_depth(document: Document) -> None:
    """Look whether types can be followed to their ends: lists of lists, unions of unions.

    Properties end a type, since each has its own, and so do objects put together by ``allOf``.

    Raises:
        SpecmillError: More components stand within each other than any API has.
    """
    components: Mapping[str, Any] = document.root.get("components", {}).get("schemas", {})
    if len(components) <= DEEPEST_UNION:
        return
    ends = dict.fromkeys(_objects(components), 1)
    unions = {name: 1 for name, schema in components.items() if _is_union(schema)}
    _refuse(document, components, _Depths(dict(ends), ("allOf", *_UNIONS), unions), DEEPEST_UNION)
    if len(components) > DEEPEST:
        _refuse(document, components, _Depths(ends, _HOLDING), DEEPEST)


@dataclass(slots=True)
class _Depths:
    """How many components stand within each."""

    known: dict[str, int]
    keywords: tuple[str, ...]
    """Keywords that are followed."""
    counted: dict[str, int] | None = None
    """Components that count; all for None."""


def _refuse(
    document: Document, components: Mapping[str, Any], depths: _Depths, deepest: int
) -> None:
    for start in components:
        if _depth(start, components, depths) > deepest:
            kind = "schemas" if depths.counted is None else "unions"
            what = f"more than {deepest} {kind} stand within each other, from {start!r} on"
            place = document.locate(f"/components/schemas/{escape(start)}")
            hint = "no API needs that; the file may be hostile"
            raise fail(what, location=place, hint=hint)


def _is_union(schema: Any) -> bool:
    return isinstance(schema, dict) and any(keyword in schema for keyword in _UNIONS)


def _objects(components: Mapping[str, Any]) -> set[str]:
    """Return the components that have properties, of their own or through ``allOf``."""
    included_by: defaultdict[str, list[str]] = defaultdict(list)
    pending = []
    for name, schema in components.items():
        own = [schema, *schema.get("allOf", ())] if isinstance(schema, dict) else []
        parts = [part for part in own if isinstance(part, dict)]
        if any("properties" in part for part in parts):
            pending.append(name)
        for part in parts:
            included_by[component_name(part.get("$ref"))].append(name)
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += included_by[name]
    return found


def _depth(start: str, components: Mapping[str, Any], depths: _Depths) -> int:
    """Return how many components stand within one, by iteration; circles count once."""
    known = depths.known
    if start in known:
        return known[start]
    known[start] = 0  # while it is open, what leads back to it adds nothing
    path = [(start, _held(components[start], depths.keywords))]
    while path:
        name, held = path[-1]
        inner = next((one for one in held if one in components), None)
        if inner is None:
            path.pop()
            known[name] += 1 if depths.counted is None else depths.counted.get(name, 0)
            if path:
                _raise_to(known, path[-1][0], known[name])
        elif inner in known:
            _raise_to(known, name, known[inner])
        else:
            known[inner] = 0
            path.append((inner, _held(components[inner], depths.keywords)))
    return known[start]


def _raise_to(depths: dict[str, int], name: str, depth: int) -> None:
    depths[name] = max(depths[name], depth)


def _held(schema: Any, keywords: tuple[str, ...]) -> Iterator[str]:
    """Yield the components that a schema cannot be told without."""
    pending = [schema]
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending += node
        elif isinstance(node, dict) and "properties" not in node:
            if len(node) > 1 or "$ref" not in node or node is not schema:
                yield component_name(node.get("$ref"))
            pending += (node[key] for key in keywords if key in node)
            if keywords is not _HOLDING:
                continue
            pending += (one for key in _HOLDING_BY_NAME for one in node.get(key, {}).values())
