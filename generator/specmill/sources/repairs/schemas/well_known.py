"""Well-known types of protobuf that a gateway wrote out as they are stored, not as JSON has them.

In JSON a ``Struct`` is any object, a ``Value`` any value, a ``ListValue`` any array, and what
stands beside ``@type`` in an ``Any`` is JSON of its own (protobuf's JSON mapping).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from specmill.document import pointers
from specmill.sources.repairs.finder import Finder
from specmill.sources.repairs.mending import Row
from specmill.text import words

_ROW = Row("protobuf-as-stored", None, "protobuf's JSON mapping says what travels")
_KEPT = ("title", "description", "x-specmill-name")
_VALUE = {"null value", "number value", "string value", "bool value", "struct value", "list value"}
_ANY = {"@type", "type url", "value"}


def mend_well_known(finder: Finder) -> None:
    """Repair the components of a document that are well-known types by name and fields."""
    components = finder.document.root.get("components", {})
    for name, schema in components.get("schemas", {}).items():
        last = name.lower()
        for ending, (says, mend) in _KINDS.items():
            if last.endswith(ending) and isinstance(schema, dict) and mend(schema):
                path = pointers.keys(pointers.join("/components/schemas", name))
                finder.note(
                    _ROW, f"{name} is written as it is stored; taken as {says}", _path(path)
                )
                break


def _path(keys: list[str]) -> Any:
    path: Any = None
    for key in keys:
        path = (path, key)
    return path


def _fields(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the properties by their words: ``type_url`` and ``typeUrl`` are one."""
    properties = schema.get("properties", {})
    return {
        name if name.startswith("@") else " ".join(words(name)).lower(): declared
        for name, declared in properties.items()
    }


def _becomes(schema: dict[str, Any], **keywords: Any) -> bool:
    kept = {key: schema[key] for key in _KEPT if key in schema}
    schema.clear()
    schema.update(keywords | kept)
    return True


def _any(schema: dict[str, Any]) -> bool:
    fields = _fields(schema)
    value = fields.get("value", {})
    if not ("type url" in fields and fields.keys() <= _ANY and "contentEncoding" in value):
        return False
    for key in ("type", "contentEncoding", "format", "pattern"):
        value.pop(key, None)
    return True


def _value(schema: dict[str, Any]) -> bool:
    return _fields(schema).keys() == _VALUE and _becomes(schema)


def _list(schema: dict[str, Any]) -> bool:
    fields = _fields(schema)
    if fields.keys() != {"values"} or fields["values"].get("type") != "array":
        return False
    return _becomes(schema, type="array", items={})


def _struct(schema: dict[str, Any]) -> bool:
    fields = _fields(schema)
    if fields.keys() != {"fields"} or "additionalProperties" not in fields["fields"]:
        return False
    return _becomes(schema, type="object", additionalProperties={})


_KINDS: dict[str, tuple[str, Callable[[dict[str, Any]], bool]]] = {
    "protobufany": ("an object with `@type` and free JSON", _any),
    "protobuf.any": ("an object with `@type` and free JSON", _any),
    "protobuflistvalue": ("any array", _list),
    "protobuf.listvalue": ("any array", _list),
    "protobufvalue": ("any value", _value),
    "protobuf.value": ("any value", _value),
    "protobufstruct": ("any object", _struct),
    "protobuf.struct": ("any object", _struct),
}
"""How the names of these types end, what they are, and what mends them."""
