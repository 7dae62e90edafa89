"""Components that a document needs: what its paths refer to, and what that refers to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from specmill.document.pointers import keys

Component = tuple[str, str]
"""Kind and name: ``("schemas", "Pet")``."""
_ALWAYS = frozenset({"securitySchemes"})
"""Kinds that are named without a reference."""
_COMMON = "x-specmill-common-parameters"
_LONG_RUNNING = "x-specmill-long-running"


def reachable(root: Mapping[str, Any]) -> set[Component]:
    """Return the components that the rest of a document leads to.

    A schema with a discriminator leads to those that extend it by ``allOf``.
    """
    components: Mapping[str, Mapping[str, Any]] = root.get("components", {})
    known = {(kind, name) for kind, table in components.items() for name in table}
    children = _children(components.get("schemas", {}))
    found: set[Component] = set()
    outside = {key: value for key, value in root.items() if key != "components"}
    pending = [*_mentioned(outside)]
    pending += [("parameters", name) for name in root.get(_COMMON, ())]
    pending += [one for one in known if one[0] in _ALWAYS]
    while pending:
        one = pending.pop()
        if one in found or one not in known:
            continue
        found.add(one)
        kind, name = one
        pending += _mentioned(components[kind][name])
        if kind == "schemas":
            pending += [("schemas", child) for child in children.get(name, ())]
    return found


def component_of(ref: str) -> Component | None:
    """Return the component that a reference leads to, or into; None where it leads elsewhere."""
    parts = keys(unquote(ref[1:])) if ref.startswith("#/components/") else []
    return (parts[1], parts[2]) if len(parts) > 2 else None


def _mentioned(node: Any) -> Iterator[Component]:
    """Yield the components that are mentioned below a node."""
    pending = [node]
    while pending:
        one = pending.pop()
        if isinstance(one, list):
            pending.extend(one)
        elif isinstance(one, dict):
            pending.extend(one.values())
            yield from _mentioned_in(one)


def _mentioned_in(node: Mapping[str, Any]) -> Iterator[Component]:
    found = [node.get("$ref"), node.get("x-specmill-default-mapping")]
    mapping = node.get("mapping")
    found += mapping.values() if isinstance(mapping, dict) else []
    for ref in found:
        if isinstance(ref, str):
            yield component_of(ref) or ("schemas", ref)  # a mapping may give the bare name
    settings = node.get(_LONG_RUNNING)
    if isinstance(settings, dict):
        named = (settings.get(key) for key in ("result", "metadata"))
        yield from (("schemas", str(name)) for name in named if name)


def _children(schemas: Mapping[str, Any]) -> Mapping[str, set[str]]:
    """Return the schemas that extend one with a discriminator, by its name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, schema in schemas.items():
        parts = schema.get("allOf", ()) if isinstance(schema, dict) else ()
        for part in parts:
            parent = component_of(str(part.get("$ref", ""))) if isinstance(part, dict) else None
            if parent and "discriminator" in schemas.get(parent[1], {}):
                found[parent[1]].add(name)
    return found
