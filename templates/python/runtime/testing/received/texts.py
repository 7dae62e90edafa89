"""Texts of parameters and forms as the JSON values that their schemas speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from ...data.decoding import NotJsonError, read_json
from ...data.json_shapes import is_object
from ..spec.document import Spec, is_list
from ..spec.merging import CHOICES, Schema, merged, properties_of

_INTEGER = re.compile(r"[+-]?\d{1,400}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_FLAGS = {"true": True, "false": False}


class TextReader:
    """Reads texts, or lists and mappings of them, as what they stand for by a schema.

    A text that stands for nothing of the kind stays what it is, so that a check can say so.
    """

    def __init__(self, node: Any, spec: Spec) -> None:
        self._node = node
        self._spec = spec
        self._fields: dict[str, TextReader] = {}

    @cached_property
    def _schema(self) -> Schema:
        return merged(self._spec, self._node)

    @cached_property
    def _types(self) -> set[str]:
        return _types(self._schema, self._spec)

    @cached_property
    def _items(self) -> TextReader:
        return self._of([one.get("items") for one in self._alternatives])

    @cached_property
    def _alternatives(self) -> list[Schema]:
        """The schema, and those of which a value may have one."""
        return list(_alternatives(self._schema, self._spec))

    def read(self, raw: Any) -> Any:
        """Return what texts stand for."""
        if isinstance(raw, str):
            value = _scalar(raw, self._types)
            is_only = "array" in self._types and "string" not in self._types
            return [self._items.read(raw)] if is_only and not is_list(value) else value
        if is_list(raw):
            return [self._items.read(one) for one in raw]
        if is_object(raw) and "array" in self._types and "object" not in self._types:
            return [self._items.read(one) for one in rows_of(raw)]
        if is_object(raw):
            return {name: self._field(str(name)).read(one) for name, one in raw.items()}
        return raw

    def _field(self, name: str) -> TextReader:
        if name not in self._fields:
            self._fields[name] = self._of(
                [
                    properties_of(one).get(name, one.get("additionalProperties"))
                    for one in self._alternatives
                ]
            )
        return self._fields[name]

    def _of(self, nodes: list[Any]) -> TextReader:
        """Return the reader of what is one of some schemas."""
        known = [one for one in nodes if is_object(one)]
        return TextReader(known[0] if len(known) == 1 else {"anyOf": known}, self._spec)


def rows_of(columns: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the objects of an array whose fields came by their names, each in turn."""
    listed = {name: one if is_list(one) else [one] for name, one in columns.items()}
    count = max((len(one) for one in listed.values()), default=0)
    return [
        {name: one[index] for name, one in listed.items() if index < len(one)}
        for index in range(count)
    ]


def _alternatives(schema: Schema, spec: Spec) -> Iterator[Schema]:
    yield schema
    for union in schema.get(CHOICES, ()):
        for member in next(iter(union.values())):
            yield from _alternatives(merged(spec, member), spec)


def _types(node: Mapping[str, Any], spec: Spec) -> set[str]:
    """Return the types that a schema allows; none where it does not say."""
    declared: Any = node.get("type", ())
    found: set[str] = {declared} if isinstance(declared, str) else set(declared)
    if not found:
        known = [node["const"]] if "const" in node else node.get("enum") or ()
        found = {_name_of(one) for one in known}
    for union in node.get(CHOICES, ()):
        for member in next(iter(union.values())):
            found |= _types(merged(spec, member), spec)
    return found


def _name_of(value: Any) -> str:
    """Return the name of a value's type."""
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, int | float) else "string"


def _scalar(text: str, types: set[str]) -> Any:
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if types & {"number", "integer"} and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in types and text in _FLAGS:
        return _FLAGS[text]
    if "null" in types and text in ("", "null") and "string" not in types:
        return None
    if types & {"object", "array"} and "string" not in types:
        try:
            return read_json(text.encode())
        except NotJsonError:
            return text
    return text
