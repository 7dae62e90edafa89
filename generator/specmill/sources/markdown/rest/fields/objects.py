"""Fields that tables list, and the objects that they make up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import field
from typing import Any

from specmill.sources.markdown.page import Parameter
from specmill.values import dataclass

_STEP = re.compile(r"\[\d*\]\Z")


@dataclass(slots=True)
class Listed:
    """A row of a table of parameters or fields."""

    row: Parameter
    place: str = ""
    """What the row's own column says."""
    limits: dict[str, int] = field(default_factory=dict)
    """Keywords of JSON Schema that the type says: lengths and bounds."""
    is_rest: bool = False
    """It stands for all fields that have no row."""
    is_whole: bool = False
    """It has no name: the value itself, and what is below are its fields."""

    @property
    def name(self) -> str:
        """Name on the wire."""
        return self.row.name

    def spell_as(self, names: Iterable[str]) -> None:
        """Take the name that differs in case alone, if there is one."""
        if self.name in names:
            return
        same = [one for one in names if one.casefold() == self.name.casefold()]
        if len(same) == 1:
            self.row.name = same[0]

    @property
    def schema(self) -> dict[str, Any]:
        """The type with default and meaning."""
        declared = self.row.declared
        schema: dict[str, Any] = {**deepcopy(declared.schema), **self.limits}
        if declared.has_default:
            if not schema and isinstance(declared.default, bool | int | float | str):
                schema = {"type": _KINDS[type(declared.default)]}
            schema["default"] = declared.default
        return schema


_KINDS = {bool: "boolean", int: "integer", float: "number", str: "string"}


def object_of(listed: list[Listed]) -> dict[str, Any]:
    """Make the schema of an object of its fields; ``a.b`` and ``a[].b`` are fields of ``a``.

    A first row without a name is the value itself.
    """
    schema: dict[str, Any] = {"type": "object", "properties": {}}
    _put(schema, listed)
    fields: dict[str, Any] = schema["properties"]
    is_whole = bool(listed) and listed[0].is_whole and fields.keys() == {listed[0].name}
    return fields[listed[0].name] if is_whole else schema


def _put(schema: dict[str, Any], listed: list[Listed]) -> None:
    """Put fields into an object."""
    for one in listed:
        holder, name = _holder(schema, one.name)
        made = one.schema
        if one.row.meaning:
            made["description"] = one.row.meaning
        if one.is_rest:
            holder["additionalProperties"] = made
            continue
        holder.setdefault("properties", {}).setdefault(name, {}).update(made)
        if one.row.required:
            holder.setdefault("required", []).append(name)


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the one other member of a type that may be null; else the type itself."""
    members = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    return members[0] if len(members) == 1 else schema


def _holder(schema: dict[str, Any], name: str) -> tuple[dict[str, Any], str]:
    """Find the object that a dotted name is a field of, if the fields before it are told.

    That of a field which is an object of the page is shown once more, and stays out.
    """
    *around, last = name.split(".")
    holder = schema
    for step in around:
        inner = holder.get("properties", {}).get(_STEP.sub("", step))
        if inner is None:
            return schema, name
        inner = _without_null(inner)
        if inner.get("type") == "array":
            inner = _without_null(inner.setdefault("items", {}))
        if "$ref" in inner:
            return {}, last
        inner["type"] = "object"
        inner.pop("additionalProperties", None)
        holder = inner
    return holder, _STEP.sub("", last)
