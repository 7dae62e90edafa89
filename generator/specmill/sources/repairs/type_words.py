"""Words for types that other languages have and JSON Schema has not."""

from __future__ import annotations

from typing import Any

TYPES = frozenset({"string", "number", "integer", "boolean", "array", "object", "null"})
_BINARY = {"type": "string", "contentMediaType": "application/octet-stream"}

_MEANINGS: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("str", "text", "char", "varchar", "enum", "strings"), {"type": "string"}),
    **dict.fromkeys(("int", "short", "number(int)", "integers"), {"type": "integer"}),
    **dict.fromkeys(("long", "int64", "bigint"), {"type": "integer", "format": "int64"}),
    "int32": {"type": "integer", "format": "int32"},
    "float": {"type": "number", "format": "float"},
    "double": {"type": "number", "format": "double"},
    **dict.fromkeys(("decimal", "numeric", "real", "num"), {"type": "number"}),
    **dict.fromkeys(("bool", "flag"), {"type": "boolean"}),
    **dict.fromkeys(("list", "arr", "collection", "set", "tuple"), {"type": "array"}),
    **dict.fromkeys(("dict", "map", "hash", "obj", "json", "struct"), {"type": "object"}),
    **dict.fromkeys(("none", "nil", "void"), {"type": "null"}),
    "date": {"type": "string", "format": "date"},
    **dict.fromkeys(
        ("datetime", "date-time", "date_time", "timestamp"),
        {"type": "string", "format": "date-time"},
    ),
    **dict.fromkeys(("uuid", "guid"), {"type": "string", "format": "uuid"}),
    **dict.fromkeys(("uri", "url"), {"type": "string", "format": "uri"}),
    "email": {"type": "string", "format": "email"},
    "password": {"type": "string", "format": "password"},
    "byte": {"type": "string", "contentEncoding": "base64"},
    **dict.fromkeys(("file", "binary", "blob"), _BINARY),
    **dict.fromkeys(("any", "mixed", "unknown", "*", ""), {}),
}


def is_type_word(word: str) -> bool:
    """Whether a word is a type, or stands for one."""
    return meaning_of(word) is not None


def meaning_of(word: str) -> dict[str, Any] | None:
    """Return the keywords that a word for a type stands for; None for a word that is unknown."""
    plain = word.strip().lower()
    if plain in TYPES:
        return {"type": plain}
    if plain.endswith("[]"):
        items = meaning_of(plain[:-2])
        return None if items is None else {"type": "array", "items": items}
    found = _MEANINGS.get(plain)
    return None if found is None else dict(found)
