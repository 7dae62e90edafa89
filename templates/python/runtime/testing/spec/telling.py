"""What schemas tell of their values, all that holds for one in one place: types and examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...data.json_shapes import is_object
from .document import is_list
from .merging import CHOICES, Schema

_OF_TYPES: Mapping[str, tuple[str, ...]] = {
    "object": ("properties", "required", "additionalProperties", "patternProperties"),
    "array": ("items", "prefixItems", "minItems"),
    "string": ("pattern", "minLength", "maxLength", "format"),
    "number": ("minimum", "maximum", "multipleOf"),
}
"""Types to keywords that tell of them where a schema has no type."""
_STRUCTURES: Mapping[str, type] = {"object": dict, "array": list}


def format_of(schema: Schema) -> str:
    """Return the format of a text; bytes say so in a keyword of their own since 3.1."""
    return "byte" if schema.get("contentEncoding") else str(schema.get("format", ""))


def examples(schema: Schema) -> Iterator[Any]:
    """Yield the examples of a schema, and then its default."""
    if "example" in schema:
        yield schema["example"]
    several = schema.get("examples")
    yield from several if is_list(several) else ()
    if "default" in schema:
        yield schema["default"]


def is_told(schema: Schema, value: Any) -> bool:
    """Return whether a value is the structure that is told where there is no ``type``.

    A text fits ``properties``, which speak of objects only; who reads the answer expects an object.
    """
    return "type" in schema or isinstance(value, _STRUCTURES.get(type_of(schema), object))


def type_of(schema: Schema) -> str:
    """Return the type to make up a value of; of several, the first that is not null."""
    declared = schema.get("type", ())
    names = [declared] if isinstance(declared, str) else list(declared)
    for name in names:
        if name != "null":
            return str(name)
    if names:
        return "null"
    told = (name for name, keywords in _OF_TYPES.items() if any(one in schema for one in keywords))
    return next(told, "")


def is_null(node: Any) -> bool:
    """Return whether a schema allows null alone."""
    return is_object(node) and node.get("type") == "null"


def needed(schema: Schema) -> Schema:
    """Return a schema with the fields alone that must be there, which may tell alternatives."""
    required = schema.get("required", ())
    properties: Mapping[str, Any] = schema.get("properties") or {}
    return {**schema, "properties": {key: properties[key] for key in properties if key in required}}


def unmerged(schema: Schema) -> Schema:
    """Return a schema that a checker knows."""
    plain = {key: value for key, value in schema.items() if key != CHOICES}
    if schema.get(CHOICES):
        plain["allOf"] = schema[CHOICES]
    return plain
