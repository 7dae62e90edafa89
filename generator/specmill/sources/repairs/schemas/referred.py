"""References to values of enumerations, which are no schemas and no values themselves."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from specmill.diagnostics import SpecmillError
from specmill.document import pointers
from specmill.document.document import Document
from specmill.sources.repairs.finder import Found, Spot
from specmill.sources.repairs.mending import Row

_NOWHERE = object()
_SWAGGER = "#/definitions/"
_SCHEMAS = "#/components/schemas/"


def schema_of_value(reference: str, value: Any) -> dict[str, Any] | None:
    """Return the schema that a reference to what is none means: a value, or all of `enum`."""
    if isinstance(value, dict):
        return None
    keys = pointers.keys(unquote(reference.partition("#")[2]))
    if keys[-1:] == ["enum"] and isinstance(value, list):
        return {"enum": [*value]}
    of_values = keys[-1:] == ["const"] or keys[-2:-1] == ["enum"]
    return {"const": value} if of_values else None


def _in_enum(spot: Spot) -> Found:
    schema, document = spot.node, spot.finder.document
    values = schema["enum"]
    if dict not in map(type, values) or not any(map(_is_reference, values)):
        return None
    targets = [_target(document, value) for value in values]
    # JSON Schema takes such values as they are; beside a `type` they are meant as alternatives.
    are_schemas = all(isinstance(one, dict) for one in targets)
    if are_schemas and "type" in schema and "anyOf" not in schema:
        schema["anyOf"] = [{"$ref": _spelled(document, value)} for value in values]
        del schema["enum"]
        return "enum", "`enum` has references to schemas; taken as `anyOf`"
    becomes: list[Any] = []
    for value, target in zip(values, targets, strict=True):
        if target is _NOWHERE or isinstance(target, dict):
            becomes.append(value)
        else:
            becomes += target if isinstance(target, list) else [target]
    if becomes == values:
        return None
    schema["enum"] = becomes
    return "enum", "`enum` has references; taken as the values that they lead to"


def _as_const(spot: Spot) -> Found:
    return _single(spot, "const")


def _as_default(spot: Spot) -> Found:
    return _single(spot, "default")


def _single(spot: Spot, keyword: str) -> Found:
    value = spot.node[keyword]
    target = _target(spot.finder.document, value)
    if target is _NOWHERE or isinstance(target, dict):
        return None
    spot.node[keyword] = target
    return keyword, f"`{keyword}` is a `$ref`; taken as the value that it leads to"


def _is_reference(value: Any) -> bool:
    return type(value) is dict and value.keys() == {"$ref"} and isinstance(value["$ref"], str)


def _spelled(document: Document, value: dict[str, Any]) -> str:
    """Write a reference as the normal form has it."""
    reference: str = value["$ref"]
    if document.family == "swagger2" and reference.startswith(_SWAGGER):
        return _SCHEMAS + reference[len(_SWAGGER) :]
    return reference


def _target(document: Document, value: Any) -> Any:
    """Return what stands where a value refers to; ``_NOWHERE`` where it does not refer."""
    if not _is_reference(value):
        return _NOWHERE
    try:
        return document.resolve(_spelled(document, value))
    except SpecmillError:
        return _NOWHERE


REFERRED: tuple[tuple[Row, str], ...] = (
    (Row("reference-to-value", _in_enum), "enum"),
    (Row("reference-to-value", _as_const), "const"),
    (Row("reference-to-value", _as_default), "default"),
)
"""What to look for, and the keyword that a schema must have."""
