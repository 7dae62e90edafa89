"""Dynamic references, ``$dynamicRef`` (JSON Schema Core, sections 7.1 and 8.2.3.2).

A template says ``$dynamicRef: "#item"``; a schema that refers to the template and has an
``$dynamicAnchor: item`` of its own, in its ``$defs`` or at its root, puts its own in that place.
Such a schema is lowered as a copy of the template.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import takewhile
from typing import Any

from specmill.diagnostics import Report, fail
from specmill.document.document import Document
from specmill.document.pointers import escape
from specmill.values import dataclass

_SCHEMAS = "/components/schemas/"


@dataclass(slots=True)
class DynamicScope:
    """Finds what ``$dynamicRef`` means; costs nothing in a document without."""

    document: Document
    report: Report
    _anchors: dict[str, list[str]] | None = None
    """Pointers of the schemas with each ``$dynamicAnchor`` or ``$anchor``."""
    _mentions: dict[tuple[str, frozenset[tuple[str, str]]], frozenset[str]] = field(
        default_factory=dict
    )

    def resolved(self, schema: Mapping[str, Any], pointer: str) -> dict[str, Any]:
        """Return a schema with ``$ref`` for a ``$dynamicRef`` that nobody binds.

        The anchor of the same component or inline schema comes first, then the first of the
        document.

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
        rest = {key: value for key, value in schema.items() if key != "$dynamicRef"}
        return {**rest, "$ref": f"#{_nearest(found, pointer)}"}

    def binds(self, schema: Mapping[str, Any], pointer: str) -> bool:
        """Tell whether a schema refers to a template and fills one of its places."""
        own = _own_anchors(schema, pointer)
        return bool(own) and any(
            not own.keys().isdisjoint(self._open_in(reference, own)) for reference in _bases(schema)
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
        if own.keys().isdisjoint(self._open_in(reference, own)):
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

    def _open_in(self, reference: str, own: Mapping[str, str]) -> frozenset[str]:
        """Return the dynamic names that a schema leaves to ``own``, also through other schemas.

        Where a schema on the way has the same anchors itself nothing is left to fill.
        """
        binder = frozenset(own.items())
        if (reference, binder) not in self._mentions:
            found = self._gather(reference, own)
            self._mentions.update({(one, binder): names for one, names in found.items()})
        return self._mentions[reference, binder]

    def _gather(self, reference: str, own: Mapping[str, str]) -> dict[str, frozenset[str]]:
        """Find the open names of a schema and of all that it leads to: until nothing is added."""
        direct: dict[str, set[str]] = {}
        leads: dict[str, set[str]] = {}
        filled: dict[str, frozenset[str]] = {}
        pending = [reference]
        while pending:
            one = pending.pop()
            if one in direct:
                continue
            schema = self.document.resolve(one)
            direct[one], leads[one] = set(), set()
            anchors = _filled(schema, one[1:])
            filled[one] = frozenset(name for name in anchors if own.get(name) == anchors[name])
            for keyword, name in _references(schema):
                if keyword == "$dynamicRef":
                    direct[one].add(_name(name))
                elif name.startswith("#"):
                    leads[one].add(name)
            pending += leads[one]
        opened = {one: direct[one] - filled[one] for one in direct}
        changed = True
        while changed:
            changed = False
            for one, targets in leads.items():
                more = set().union(*(opened[target] for target in targets)) - filled[one]
                changed |= not more <= opened[one]
                opened[one] |= more
        return {one: frozenset(names) for one, names in opened.items()}

    def _all_anchors(self) -> dict[str, list[str]]:
        if self._anchors is None:
            self._anchors = {}
            for anchor, pointer in _anchors(self.document.root):
                self._anchors.setdefault(anchor, []).append(pointer)
        return self._anchors


def _name(reference: str) -> str:
    return reference.rpartition("#")[2]


def _nearest(found: list[str], pointer: str) -> str:
    """Return the anchor that shares most of a place; of several the first."""
    keys = pointer.split("/")

    def shared(one: str) -> int:
        pairs = zip(keys, one.split("/"), strict=False)
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))

    nearest = max(found, key=shared)
    least = 4 if pointer.startswith(_SCHEMAS) else 2
    return nearest if shared(nearest) >= least else _first_component(found)


def _first_component(found: list[str]) -> str:
    return next((one for one in found if one.startswith(_SCHEMAS)), found[0])


def _filled(schema: Any, pointer: str) -> dict[str, str]:
    """Return the anchors that a schema has at its root, in its ``$defs``, and in its ``allOf``."""
    if not isinstance(schema, dict):
        return {}
    own = _own_anchors(schema, pointer)
    for index, member in enumerate(schema.get("allOf", ())):
        if isinstance(member, dict):
            own = {**_own_anchors(member, f"{pointer}/allOf/{index}"), **own}
    return own


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


def _anchors(root: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Walk the anchors of a document in its order."""
    stack: list[tuple[Any, str]] = [(root, "")]
    while stack:
        node, pointer = stack.pop()
        if isinstance(node, dict):
            for keyword in ("$dynamicAnchor", "$anchor"):
                if isinstance(node.get(keyword), str):
                    yield node[keyword], pointer
            parts = [(value, f"{pointer}/{escape(str(key))}") for key, value in node.items()]
        elif isinstance(node, list):
            parts = [(one, f"{pointer}/{index}") for index, one in enumerate(node)]
        else:
            continue
        stack += reversed(parts)
