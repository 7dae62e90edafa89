"""Texts of parameters and forms as the JSON values that their schemas speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from ...data.decoding import NotJsonError, read_json
from ...data.json_shapes import is_object
from ..spec.document import Spec, is_list
from ..spec.merging import CHOICES, Schema, merged

_INTEGER = re.compile(r"[+-]?\d{1,400}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_NAMES: Mapping[type, str] = {bool: "boolean", int: "integer", float: "number"}
"""Types of values that a schema lists to their names."""
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
        return TextReader(self._schema.get("items", {}), self._spec)

    def read(self, raw: Any) -> Any:
        """Return what texts stand for."""
        if isinstance(raw, str):
            value = _scalar(raw, self._types)
            is_only = "array" in self._types and "string" not in self._types
            return [self._items.read(raw)] if is_only and not is_list(value) else value
        if is_list(raw):
            return [self._items.read(one) for one in raw]
        if is_object(raw):
            return {name: self._field(str(name)).read(one) for name, one in raw.items()}
        return raw

    def _field(self, name: str) -> TextReader:
        if name not in self._fields:
            properties: Mapping[str, Any] = self._schema.get("properties") or {}
            found = properties.get(name, self._schema.get("additionalProperties"))
            self._fields[name] = TextReader(found if is_object(found) else {}, self._spec)
        return self._fields[name]


def _types(node: Mapping[str, Any], spec: Spec) -> set[str]:
    """Return the types that a schema allows; none where it does not say."""
    declared: Any = node.get("type", ())
    found: set[str] = {declared} if isinstance(declared, str) else set(declared)
    if not found:
        known: Iterable[object] = [node["const"]] if "const" in node else node.get("enum") or ()
        found = {_NAMES.get(one.__class__, "string") for one in known}
    for union in node.get(CHOICES, ()):
        for member in next(iter(union.values())):
            found |= _types(merged(spec, member), spec)
    return found


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
