"""Findings of drift: facts about answers, judged by the spec as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from specmill.diagnostics import Location
from specmill.document.document import Document
from specmill.document.operations import source_operations
from specmill.document.pointers import join, keys
from specmill.pipeline.drift.records import Record
from specmill.values import dataclass

_MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Drift:
    """Something that answers had and the spec lacks."""

    what: str
    location: Location
    target: str = ""
    """Pointer into the normal form to what is to be changed; empty where that is not certain."""
    update: Any = None
    """What an overlay is to put there."""


def drifts(document: Document, records: Iterable[Record]) -> tuple[list[Drift], list[Record]]:
    """Judge records by an API's normal form.

    Returns:
        What the spec lacks, and the records of operations that it has not.
    """
    operations = {one.id: (one.node, one.pointer) for one in source_operations(document.root)}
    found: dict[tuple[str, str], Drift] = {}
    others: list[Record] = []
    for record in records:
        if record.operation not in operations:
            others.append(record)
            continue
        node, pointer = operations[record.operation]
        for drift in _Judge(document, record, node, pointer).drifts():
            found.setdefault((drift.what, drift.target), drift)
    return list(found.values()), others


@dataclass(frozen=True, slots=True)
class _Judge:
    document: Document
    record: Record
    operation: Mapping[str, Any]
    pointer: str

    def drifts(self) -> Iterator[Drift]:
        """Yield what the spec lacks, if it still does."""
        answer = self._answer()
        if answer is None:
            if self.record.kind == "status":
                yield self._undeclared()
            return
        if self.record.kind == "status":
            return
        schemas = [self._follow(node, at) for node, at in self._places(*answer)]
        if not schemas:
            return
        if self.record.kind == "field":
            yield from self._field(schemas)
        elif self.record.kind == "value":
            yield from self._value(schemas)
        else:
            yield from self._type(schemas)

    def _undeclared(self) -> Drift:
        status = str(self.record.status)
        place = join(self.pointer, "responses")
        what = f"{self._who()} answered {status}, which it does not declare"
        update = {status: {"description": "Seen in answers; the spec does not say it."}}
        return Drift(what, self.document.locate(place), place, update)

    def _field(self, schemas: Sequence[tuple[Mapping[str, Any], str]]) -> Iterator[Drift]:
        name = keys(self.record.at)[-1]
        owners = [one for one in schemas if not self._has(one[0], name)]
        if len(owners) < len(schemas):
            return
        _, pointer = owners[0]
        what = f"{self._who()} answered with the field {name!r} ({self.record.found})"
        kind = self.record.found
        update = {"properties": {name: {} if kind == "null" else {"type": kind}}}
        yield self._drift(what, pointer, update, certain=len(owners) == 1)

    def _value(self, schemas: Sequence[tuple[Mapping[str, Any], str]]) -> Iterator[Drift]:
        listed = [one for one in schemas if "enum" in one[0]]
        if not listed or any(self.record.found in one[0]["enum"] for one in listed):
            return
        _, pointer = listed[0]
        what = f"{self._who()} answered {self._where()} with the value {self.record.found!r}"
        update = {"enum": [self.record.found]}
        yield self._drift(what, pointer, update, certain=len(listed) == 1)

    def _type(self, schemas: Sequence[tuple[Mapping[str, Any], str]]) -> Iterator[Drift]:
        kind = self.record.found
        typed = [one for one in schemas if "type" in one[0]]
        if not typed or len(typed) < len(schemas):
            return
        known = {name for node, _ in typed for name in _types(node)}
        if kind in known or (kind == "integer" and "number" in known):
            return
        node, pointer = typed[0]
        what = (
            f"{self._who()} answered {self._where()} with {kind}, not {' or '.join(sorted(known))}"
        )
        update: dict[str, Any] = {"type": [*_types(node), kind]}
        if isinstance(node["type"], list):
            update = {"type": [kind]}
        if kind == "null" and "enum" in node:
            update["enum"] = [None]
        yield self._drift(what, pointer, update, certain=len(typed) == 1)

    def _drift(self, what: str, pointer: str, update: Any, *, certain: bool) -> Drift:
        location = self.document.locate(pointer)
        return Drift(what, location, pointer if certain else "", update if certain else None)

    def _who(self) -> str:
        return f"{self.record.route} ({self.record.operation})"

    def _where(self) -> str:
        """Name a place in an answer: ``items[].color``."""
        text = "".join({"*": "[]", "{}": "{}"}.get(key, f".{key}") for key in keys(self.record.at))
        return text.removeprefix(".") or "itself"

    def _answer(self) -> tuple[Mapping[str, Any], str] | None:
        """Find the response that the operation declares for the status."""
        responses = self.operation.get("responses", {})
        status = str(self.record.status)
        for name in (status, f"{status[0]}XX", f"{status[0]}xx", "default"):
            if name in responses:
                return self._follow(responses[name], join(self.pointer, "responses", name))
        return None

    def _places(self, answer: Mapping[str, Any], pointer: str) -> Iterator[tuple[Any, str]]:
        """Yield the schemas at the place of the record; of a field those around it."""
        steps = keys(self.record.at)
        if self.record.kind == "field":
            steps = steps[:-1]
        for media, node in answer.get("content", {}).items():
            if "json" in media and "schema" in node:
                start = join(pointer, "content", media, "schema")
                yield from self._walk(node["schema"], start, steps, 0)

    def _walk(
        self, node: Any, pointer: str, steps: list[str], depth: int
    ) -> Iterator[tuple[Any, str]]:
        if depth > _MOST_STEPS or not isinstance(node, dict):
            return
        node, pointer = self._follow(node, pointer)
        parts = [
            (part, join(pointer, key, index))
            for key in ("allOf", "anyOf", "oneOf")
            for index, part in enumerate(node.get(key, ()))
        ]
        if not steps:
            found = [one for part in parts for one in self._walk(*part, steps, depth + 1)]
            found = [one for one in found if one[0].get("type") != "null"]
            if not parts or "properties" in node or "type" in node:
                found.insert(0, (node, pointer))
            yield from found[:1] if "allOf" in node else found
            return
        key, *rest = steps
        if key == "*" and "items" in node:
            yield from self._walk(node["items"], join(pointer, "items"), rest, depth + 1)
        elif key == "{}" and "additionalProperties" in node:
            place = join(pointer, "additionalProperties")
            yield from self._walk(node["additionalProperties"], place, rest, depth + 1)
        elif key in node.get("properties", {}):
            place = join(pointer, "properties", key)
            yield from self._walk(node["properties"][key], place, rest, depth + 1)
        for part in parts:
            yield from self._walk(*part, steps, depth + 1)

    def _has(self, node: Any, name: str, depth: int = 0) -> bool:
        """Tell whether a schema has a property, itself or by a part of it."""
        if depth > _MOST_STEPS or not isinstance(node, dict):
            return False
        node, _ = self._follow(node, "")
        if name in node.get("properties", {}):
            return True
        parts = [part for key in ("allOf", "anyOf", "oneOf") for part in node.get(key, ())]
        return any(self._has(part, name, depth + 1) for part in parts)

    def _follow(self, node: Mapping[str, Any], pointer: str) -> tuple[dict[str, Any], str]:
        return self.document.follow(node, pointer)


def _types(node: Mapping[str, Any]) -> list[str]:
    written = node.get("type", [])
    return list(written) if isinstance(written, list) else [str(written)]
