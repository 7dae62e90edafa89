"""Scalar types: ``type`` and ``format`` to kinds that tell the JSON form, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from specmill.model.types import NULL, Scalar, ScalarKind, UnionOf

_STRING_FORMATS = {
    "date-time": ScalarKind.DATE_TIME,
    "date": ScalarKind.DATE,
    "time": ScalarKind.TIME,
    "duration": ScalarKind.DURATION,
    "google-duration": ScalarKind.SECONDS_DURATION,
    "int64": ScalarKind.INTEGER_STRING,
    "uint64": ScalarKind.INTEGER_STRING,
    "int32": ScalarKind.INTEGER_STRING,
    "uint32": ScalarKind.INTEGER_STRING,
    "double": ScalarKind.NUMBER_STRING,
    "float": ScalarKind.NUMBER_STRING,
    "decimal": ScalarKind.DECIMAL,
    "decimal128": ScalarKind.DECIMAL,
    "uuid": ScalarKind.UUID,
    "date-time-local": ScalarKind.LOCAL_DATE_TIME,
    "date-time-local-space": ScalarKind.SPACED_DATE_TIME,
    "time-local": ScalarKind.LOCAL_TIME,
    "byte": ScalarKind.BASE64,
    "bytes": ScalarKind.BASE64,
    "base64": ScalarKind.BASE64,
    "base64url": ScalarKind.BASE64URL,
    "binary": ScalarKind.BINARY,
}
_ENCODINGS = {"base64": ScalarKind.BASE64, "base64url": ScalarKind.BASE64URL}
_TEXTS = re.compile(r"(?:text/|application/(?:.*\+)?(?:json|xml|yaml)\b).*")
"""Media types of what people write and read."""
_PLAIN_KINDS = {
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
}
_DECIMALS = frozenset({"decimal", "decimal128"})


_TELLING = frozenset(
    {
        *("$ref", "allOf", "anyOf", "oneOf", "$dynamicRef", "const", "enum", "then", "else"),
        *("dependentSchemas", "dependentRequired", "contentEncoding", "contentMediaType"),
        *("properties", "additionalProperties", "patternProperties"),
    }
)
"""Keywords that may say more of the type than ``type`` and ``format``."""


def plain_scalar(schema: Mapping[str, Any]) -> Scalar | None:
    """Return the scalar that ``type`` and ``format`` alone describe; None where more must be read.

    Most schemas of most documents are such.
    """
    declared = schema.get("type")
    if not isinstance(declared, str) or not _TELLING.isdisjoint(schema):
        return None
    return _plain(declared, str(schema.get("format", "")))


def plain_type(schema: Mapping[str, Any]) -> Scalar | UnionOf | None:
    """Return the scalar, or scalar or null, that ``type`` and ``format`` alone describe."""
    declared = schema.get("type")
    if not isinstance(declared, list):
        return plain_scalar(schema)
    if len(declared) != 2 or "null" not in declared or not _TELLING.isdisjoint(schema):
        return None
    [one] = [one for one in declared if one != "null"] or ["null"]
    return _plain_or_null(one, str(schema.get("format", "")))


@lru_cache(maxsize=1024)
def _plain(declared: str, format_: str) -> Scalar | None:
    return scalar_of({"type": declared, "format": format_})


@lru_cache(maxsize=1024)
def _plain_or_null(declared: str, format_: str) -> Scalar | UnionOf | None:
    scalar = _plain(declared, format_)
    return scalar if scalar is None or scalar is NULL else UnionOf((scalar, NULL))


def scalar_of(schema: Mapping[str, Any]) -> Scalar | None:
    """Return the scalar that a schema of one ``type`` describes, ``None`` when it is no scalar."""
    declared, format_ = schema.get("type"), str(schema.get("format", ""))
    if is_enum_of_gnostic(schema):
        return None
    if declared == "null":
        return NULL
    if declared == "number" and format_ in _DECIMALS:
        return Scalar(ScalarKind.DECIMAL_NUMBER, format_)
    if declared in _PLAIN_KINDS:
        return Scalar(_PLAIN_KINDS[declared], format_)
    if declared != "string" and not {"contentEncoding", "contentMediaType"} & schema.keys():
        return None
    if schema.get("contentEncoding") in _ENCODINGS:
        media_type = str(schema.get("contentMediaType", ""))
        if schema["contentEncoding"] == "base64" and _TEXTS.fullmatch(media_type):
            return Scalar(ScalarKind.BASE64_TEXT, format_)
        return Scalar(_ENCODINGS[schema["contentEncoding"]], format_)
    kind = _STRING_FORMATS.get(format_, ScalarKind.STRING)
    is_bytes = schema.get("contentMediaType") == "application/octet-stream"
    if is_bytes and kind not in _ENCODINGS.values():
        kind = ScalarKind.BINARY
    return Scalar(kind, format_)


def is_enum_of_gnostic(schema: Mapping[str, Any]) -> bool:
    """Tell whether a schema is an enumeration of Protocol Buffers whose values it does not list.

    protoc-gen-openapi calls it an integer; JSON has the names of values, and servers take both.
    """
    return schema.get("type") == "integer" and schema.get("format") == "enum"


def is_literal(value: Any) -> bool:
    """Tell whether a value of ``enum`` or ``const`` can be told as a literal."""
    return value is None or isinstance(value, str | int | bool)


def is_scalar(value: Any) -> bool:
    """Tell whether a value is no list and no object."""
    return is_literal(value) or isinstance(value, float)


def enum_identity(values: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    """Return what makes two enumerations the same: their values in order, null aside."""
    return tuple((type(value).__name__, str(value)) for value in values if value is not None)
