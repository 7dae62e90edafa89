"""Schemas of a normal form as they are read, for a validator that knows JSON Schema alone."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote

import jsonschema_rs

PREFIX = "#/components/schemas/"

_MAPS = frozenset({"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"})
_LISTS = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_SCHEMAS = frozenset(
    {
        *("items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems"),
        *("propertyNames", "contains", "not", "if", "then", "else"),
    }
)

_TELLING = {"properties": "object", "additionalProperties": "object"}
"""Keywords that tell the type of a schema without one."""

Node = Mapping[str, Any]


def as_read(schema: Any) -> Any:
    """Return a schema with the type that one forgets which has properties, with bytes as a format,
    which validators check, and with unions that are told apart. What has ``items`` alone may be
    other than an array, and is read as anything then. ``additionalProperties`` of a member of
    ``allOf`` says nothing of what other members have.
    """
    if not isinstance(schema, dict):
        return schema
    made = _with_parts(_with_common_rest(schema))
    if isinstance(schema.get("contentEncoding"), str):
        made["format"] = "byte"
    elif isinstance(schema.get("contentMediaType"), str):
        made["format"] = "binary"
    if schema.keys().isdisjoint(("type", "oneOf", "anyOf", "allOf", "$ref", "enum", "const")):
        for keyword in _TELLING.keys() & schema.keys():
            made["type"] = _TELLING[keyword]
        made.pop("items", None)
    if not _is_pattern(made.get("pattern", "")):
        del made["pattern"]
    discriminator = schema.get("discriminator")
    for keyword in ("oneOf", "anyOf"):
        if keyword in made and isinstance(discriminator, dict):
            made["anyOf"] = [_told_apart(one, discriminator) for one in made.pop(keyword)]
    return made


def _with_common_rest(schema: Node) -> Node:
    """Return a schema whose ``additionalProperties`` begin where all members of ``allOf`` end."""
    members = [one for one in schema.get("allOf", ()) if isinstance(one, dict)]
    rests = [one.get("additionalProperties") for one in (schema, *members)]
    told = [rest for rest in rests if isinstance(rest, dict)]
    if not members or len(told) != 1:
        return schema
    whole, *parts = (_without_rest(one) for one in (schema, *members))
    return {**whole, "allOf": parts, "unevaluatedProperties": told[0]}


def _without_rest(schema: Node) -> Node:
    return {key: value for key, value in schema.items() if key != "additionalProperties"}


def _with_parts(schema: Node) -> dict[str, Any]:
    made = dict(schema)
    for keyword, inner in schema.items():
        if keyword in _MAPS and isinstance(inner, dict):
            made[keyword] = {name: as_read(one) for name, one in inner.items()}
        elif keyword in _LISTS:
            made[keyword] = [as_read(one) for one in inner]
        elif keyword in _SCHEMAS:
            made[keyword] = as_read(inner)
    return made


def _told_apart(member: Node, discriminator: Node) -> Node:
    """Return a member of a union that has one of its values."""
    reference = member.get("$ref")
    if not isinstance(reference, str) or "propertyName" not in discriminator:
        return member
    name, mapping = discriminator["propertyName"], discriminator.get("mapping", {})
    values = [
        value
        for value, target in mapping.items()
        if target == reference or f"{PREFIX}{target}" == reference
    ]
    chosen = {"properties": {name: {"enum": values or [component(reference)]}}, "required": [name]}
    return {"allOf": [member, chosen]}


def component(reference: str) -> str:
    """Return the name of the component that a reference is to, or leads into."""
    step = unquote(reference.removeprefix(PREFIX).partition("/")[0])
    return step.replace("~1", "/").replace("~0", "~")


def escaped(name: str) -> str:
    """Write a name as a step of a reference."""
    return name.replace("~", "~0").replace("/", "~1").replace("%", "%25")


@cache
def _is_pattern(text: str) -> bool:
    """Tell whether a regular expression is one that the validator knows."""
    try:
        jsonschema_rs.Draft202012Validator({"pattern": text})
    except jsonschema_rs.ValidationError:
        return False
    return True


def _is_base64(text: str) -> bool:
    try:
        return base64.b64encode(base64.b64decode(text, validate=True)).decode() == text
    except (binascii.Error, ValueError):
        return False


def _is_whole(text: str) -> bool:
    return text.removeprefix("-").isdigit()


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


FORMATS = {
    **dict.fromkeys(("byte", "bytes", "base64"), _is_base64),
    "google-duration": lambda text: bool(re.fullmatch(r"-?\d+(\.\d{1,9})?s", text)),
    "binary": lambda _: False,  # what is in a file is no JSON
    **dict.fromkeys(("float", "double", "number", "decimal"), _is_number),
    **dict.fromkeys(("int64", "uint64", "int32"), _is_whole),
}
"""Formats that models read by and JSON Schema does not know."""
