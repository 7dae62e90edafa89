"""Dynamic references, ``$dynamicRef`` (JSON Schema Core, sections 7.1 and 8.2.3.2).

A template says ``$dynamicRef: "#item"``; a schema that refers to the template and has an
``$dynamicAnchor: item`` of its own, in its ``$defs`` or at its root, puts its own in that place.
Such a schema is lowered as a copy of the template.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from specmill.diagnostics import Report, fail
from specmill.document.document import Document
from specmill.document.pointers import escape

_SCHEMAS = "/components/schemas/"


@dataclass(slots=True)
class DynamicScope:
    """Finds what ``$dynamicRef`` means; costs nothing in a document without."""

    document: Document
    report: Report
    _anchors: dict[str, list[str]] | None = None
    """Pointers of the schemas with each ``$dynamicAnchor`` or ``$anchor``."""
    _mentions: dict[str, frozenset[str]] = field(default_factory=dict)

    def resolved(self, schema: Mapping[str, Any], pointer: str) -> dict[str, Any]:
        """Return a schema with ``$ref`` for a ``$dynamicRef`` that nobody binds.

        The anchor of the same component comes first, then the first of the document.

        Raises:
            SpecmillError: There is no such anchor.
        """
        name = _name(schema["$dynamicRef"])
        found = self._all_anchors().get(name, [])
        if not found:
            raise fail(
                f"`$dynamicRef` {schema['$dynamicRef']!r} leads nowhere",
                location=self.document.locate(f"{pointer}/$dynamicRef"),
                hint=f"no schema has `$dynamicAnchor: {name}`",
            )
        home = "/".join(pointer.split("/")[:4])
        near = [one for one in found if one == home or one.startswith(f"{home}/")]
        rest = {key: value for key, value in schema.items() if key != "$dynamicRef"}
        return {**rest, "$ref": f"#{(near or found)[0]}"}

    def binds(self, schema: Mapping[str, Any], pointer: str) -> bool:
        """Tell whether a schema refers to a template and fills one of its places."""
        own = _own_anchors(schema, pointer)
        return bool(own) and any(
            not own.keys().isdisjoint(self._mentioned(reference)) for reference in _bases(schema)
        )

    def bound(
        self, merged: Mapping[str, Any], schema: Mapping[str, Any], pointer: str
    ) -> Mapping[str, Any]:
        """Return a merged schema with its own anchors in the places of the templates it merged."""
        own = _own_anchors(schema, pointer)
        if not own:
            return merged
        bound: Mapping[str, Any] = self._copy(merged, own, pointer, ())
        return bound

    def _copy(
        self, node: Any, own: Mapping[str, str], pointer: str, within: tuple[str, ...]
    ) -> Any:
        if isinstance(node, list):
            return [self._copy(one, own, pointer, within) for one in node]
        if not isinstance(node, dict):
            return node
        reference, dynamic = node.get("$ref"), node.get("$dynamicRef")
        rest = {
            key: self._copy(value, own, pointer, within)
            for key, value in node.items()
            if key not in ("$ref", "$dynamicRef")
        }
        if isinstance(dynamic, str):
            name = _name(dynamic)
            return {
                **rest,
                **({"$ref": f"#{own[name]}"} if name in own else {"$dynamicRef": dynamic}),
            }
        if not isinstance(reference, str):
            return rest
        if own.keys().isdisjoint(self._mentioned(reference)):
            return {**rest, "$ref": reference}
        if reference in within:
            self.report.warn(
                f"`$dynamicRef` inside {reference} is bound by {pointer} on the first level only",
                location=self.document.locate(pointer),
                hint="a template that contains itself keeps its own anchors below",
            )
            return {**rest, "$ref": reference}
        target = self.document.resolve(reference)
        copied = self._copy(target, own, pointer, (*within, reference))
        return {**copied, **rest}

    def _mentioned(self, reference: str) -> frozenset[str]:
        """Return the dynamic names that a schema refers to, also through other schemas."""
        known = self._mentions.get(reference)
        if known is None:
            found: set[str] = set()
            seen = {reference}
            pending = [reference]
            while pending:
                for keyword, name in _references(self.document.resolve(pending.pop())):
                    if keyword == "$dynamicRef":
                        found.add(_name(name))
                    elif name not in seen and name.startswith("#"):
                        seen.add(name)
                        pending.append(name)
            known = self._mentions[reference] = frozenset(found)
        return known

    def _all_anchors(self) -> dict[str, list[str]]:
        if self._anchors is None:
            self._anchors = {}
            components = self.document.root.get("components", {})
            for name, schema in components.get("schemas", {}).items():
                for anchor, pointer in _anchors(schema, f"{_SCHEMAS}{escape(name)}"):
                    self._anchors.setdefault(anchor, []).append(pointer)
        return self._anchors


def _name(reference: str) -> str:
    return reference.rpartition("#")[2]


def _own_anchors(schema: Mapping[str, Any], pointer: str) -> dict[str, str]:
    own = {}
    if "$dynamicAnchor" in schema:
        own[str(schema["$dynamicAnchor"])] = pointer
    for keyword in ("$defs", "definitions"):
        for key, inner in schema.get(keyword, {}).items():
            if isinstance(inner, dict) and "$dynamicAnchor" in inner:
                own[str(inner["$dynamicAnchor"])] = f"{pointer}/{keyword}/{escape(key)}"
    return own


def _bases(schema: Mapping[str, Any]) -> Iterator[str]:
    for member in (schema, *schema.get("allOf", ())):
        if isinstance(member, dict) and isinstance(member.get("$ref"), str):
            yield member["$ref"]


def _references(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, list):
        for one in node:
            yield from _references(one)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("$ref", "$dynamicRef") and isinstance(value, str):
                yield key, value
            else:
                yield from _references(value)


def _anchors(node: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, list):
        for index, one in enumerate(node):
            yield from _anchors(one, f"{pointer}/{index}")
    elif isinstance(node, dict):
        for keyword in ("$dynamicAnchor", "$anchor"):
            if isinstance(node.get(keyword), str):
                yield node[keyword], pointer
        for key, value in node.items():
            yield from _anchors(value, f"{pointer}/{escape(str(key))}")
