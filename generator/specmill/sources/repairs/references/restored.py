"""References that a tool has replaced by what they lead to, put back.

Connexion publishes its document so, and bundlers can be told to. Each use of a component would
otherwise be a type of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from specmill.document import pointers
from specmill.document.openapi_shapes import OPENAPI, SCHEMA
from specmill.document.shapes import Path, nodes
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.mending import Row
from specmill.values import dataclass

_ROW = Row("references-replaced", None)
_NAMED = ("properties", "enum", "oneOf", "anyOf", "allOf")
"""Keywords of schemas that are worth a name: what has none of them reads alike inline."""
_COMPONENTS: Path = ((None, "components"), "schemas")


def restore_references(finder: Finder) -> None:
    """Let schemas refer to the component that they repeat, in a document without any reference."""
    schemas = finder.document.root.get("components", {}).get("schemas", {})
    if not schemas or finder.document.has_schema_reference():
        return
    known = _Components.of(schemas)
    count = sum(map(known.refer, _inline(finder))) if known.names else 0
    if count:
        finder.document.walk_anew()
        what = f"no schema is referred to; {count} that repeat a component are taken as references"
        finder.note(_ROW, what, _COMPONENTS)


def _inline(finder: Finder) -> Iterator[dict[str, Any]]:
    for node, record, path in nodes(finder.document.root, OPENAPI):
        if record is SCHEMA and (path is None or path[0] != _COMPONENTS):
            yield node


@dataclass(frozen=True, slots=True)
class _Components:
    """The components of a document by what they say, all but their descriptions."""

    names: Mapping[bytes, list[str]]
    schemas: Mapping[str, Any]
    keys: frozenset[frozenset[str]]
    """Sets of their keywords: few schemas have such a set and are looked at any further."""

    @classmethod
    def of(cls, schemas: Mapping[str, Any]) -> _Components:
        names: dict[bytes, list[str]] = {}
        keys: set[frozenset[str]] = set()
        for name, schema in schemas.items():
            if isinstance(schema, dict) and any(schema.get(word) for word in _NAMED):
                names.setdefault(_told(schema), []).append(name)
                keys.add(frozenset(schema) - {"description"})
        return cls(names, schemas, frozenset(keys))

    def refer(self, node: dict[str, Any]) -> bool:
        """Let a schema refer to the component that it repeats, or that it repeats or null."""
        if frozenset(node) - {"description"} not in self.keys:
            return False
        name, may_be_null = self._name(node), False
        if name is None and (plain := _without_null(node)) is not None:
            name, may_be_null = self._name(plain), True
        if name is None:
            return False
        described = node.get("description")
        reference = {"$ref": pointers.join("#/components/schemas", name)}
        node.clear()
        node.update({"anyOf": [reference, {"type": "null"}]} if may_be_null else reference)
        if described not in (None, self.schemas[name].get("description")):
            node["description"] = described
        return True

    def _name(self, schema: dict[str, Any]) -> str | None:
        """Return the component that a schema repeats; of several, that of its description."""
        names = self.names.get(_told(schema), [])
        described = schema.get("description")
        if len(names) > 1:
            names = [one for one in names if self.schemas[one].get("description") == described]
        return names[0] if len(names) == 1 else None


def _told(schema: Mapping[str, Any]) -> bytes:
    told = {key: value for key, value in schema.items() if key != "description"}
    return orjson.dumps(told, option=orjson.OPT_SORT_KEYS)


def _without_null(schema: dict[str, Any]) -> dict[str, Any] | None:
    """Return what a schema is besides null; None where it is not ``type: [object, "null"]``."""
    match schema.get("type"):
        case [str(kind), "null"] | ["null", str(kind)]:
            rest = [one for one in schema.get("enum", ()) if one is not None]
            return {**schema, "type": kind, **({"enum": rest} if rest else {})}
        case _:
            return None
