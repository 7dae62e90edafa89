"""Sample values as JSON holds them, made from schemas: every property set, each value its own."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any
from zlib import crc32

from differential.patterns import fitting
from differential.spec import Operation, Parameter, Schema, Spec

ABSENT: Any = object()
"""Stands for a value that would contain itself, or that would make a body endless."""

LARGEST = 200
"""Objects of a body until which every place is filled; beyond, each schema is written once more."""


class Sampler:
    """Makes values that fit the schemas of one API.

    Args:
        spec: The API.
        text: What every free string contains.
    """

    def __init__(self, spec: Spec, text: str = "text") -> None:
        self._spec = spec
        self._text = text
        self._written: dict[str, int] = {}

    def parameter(self, parameter: Parameter) -> Any:
        """Return a value for a parameter."""
        return self._value(parameter.schema, parameter.name, ())

    def body(self, operation: Operation) -> Any:
        """Return a value for the body of an operation that has one."""
        assert operation.body is not None
        self._written.clear()
        return self._value(operation.body, operation.id, ())

    def _value(self, schema: Schema, path: str, inside: tuple[str, ...]) -> Any:
        reference = schema.get("$ref")
        if reference is not None:
            if reference in inside or self._is_enough(reference):
                return ABSENT
            inside = (*inside, reference)
        schema = self._spec.resolve(schema)
        kind = _type_of(schema)
        if "enum" in schema:
            return schema["enum"][_number(path) % len(schema["enum"])]
        if kind == "array":
            items = [self._value(schema["items"], f"{path}/{index}", inside) for index in (0, 1)]
            return [item for item in items if item is not ABSENT] or ABSENT
        if kind == "object":
            return self._object(schema, path, inside)
        if kind == "string":
            return self._string(schema, path)
        return {
            "boolean": _number(path) % 2 == 0,
            "integer": _number(path) % 1000 + 1,
            "number": _number(path) % 1000 + 0.25,
            None: {"free": [1, f"ü {path}", None, {"deep": True}]},
        }[kind]

    def _is_enough(self, reference: str) -> bool:
        count = self._written.get(reference, 0)
        if count and sum(self._written.values()) > LARGEST:
            return True
        self._written[reference] = count + 1
        return False

    def _object(self, schema: Schema, path: str, inside: tuple[str, ...]) -> Any:
        made = dict(self._properties(schema, path, inside))
        extra = schema.get("additionalProperties", "properties" not in schema)
        if extra is not False:
            inner: Schema = extra if isinstance(extra, dict) else {}
            value = self._value(inner, f"{path}/*", inside)
            if value is not ABSENT:
                made[f"a key/{_number(path) % 10}"] = value
        return made

    def _properties(
        self, schema: Schema, path: str, inside: tuple[str, ...]
    ) -> Iterator[tuple[str, Any]]:
        for name, inner in schema.get("properties", {}).items():
            value = self._value(inner, f"{path}/{name}", inside)
            if value is not ABSENT:
                yield name, value

    def _string(self, schema: Schema, path: str) -> str:
        number = _number(path)
        if schema.get("contentEncoding"):
            octets = b"\xfb\xff\xfe" + path.encode()
            url_safe = schema["contentEncoding"] == "base64url"
            return (base64.urlsafe_b64encode if url_safe else base64.b64encode)(octets).decode()
        match schema.get("format"):
            case "int64" | "uint64":
                return str(2**53 + number)
            case "date":
                return f"2024-02-{number % 29 + 1:02}"
            case "date-time":
                fraction = f".{number % 1000:03}001" if number % 2 else ""
                return f"2024-02-29T12:34:{number % 60:02}{fraction}Z"
            case "google-duration":
                return f"{number % 10_000}.5s"
            case "google-fieldmask":
                return "name,labels"
        text = f"{self._text} {path.rpartition('/')[2]}"
        pattern = schema.get("pattern")
        return text if pattern is None else fitting(pattern, text)


def _type_of(schema: Schema) -> str | None:
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next(one for one in kind if one != "null")
    return "object" if kind is None and "properties" in schema else kind


def _number(path: str) -> int:
    """Return a number that tells this place from others."""
    return crc32(path.encode())
