"""Types of other languages that JSON Schema has not, such as ``float`` and ``map``."""

from __future__ import annotations

from typing import Any, TypeAlias

Meaning: TypeAlias = dict[str, Any]
TYPES = frozenset({"string", "number", "integer", "boolean", "array", "object", "null"})
_FILE: Meaning = {"type": "string", "contentMediaType": "application/octet-stream"}
_WORDS: tuple[tuple[str, Meaning], ...] = (
    ("str text char varchar enum strings", {"type": "string"}),
    ("int short integers", {"type": "integer"}),
    ("int32", {"type": "integer", "format": "int32"}),
    ("long int64 bigint", {"type": "integer", "format": "int64"}),
    ("float", {"type": "number", "format": "float"}),
    ("double", {"type": "number", "format": "double"}),
    ("decimal numeric real num", {"type": "number"}),
    ("bool flag", {"type": "boolean"}),
    ("list arr collection set tuple", {"type": "array"}),
    ("dict map hash obj json struct", {"type": "object"}),
    ("none nil void undefined", {"type": "null"}),
    ("date", {"type": "string", "format": "date"}),
    ("datetime date-time date_time timestamp", {"type": "string", "format": "date-time"}),
    ("uuid guid", {"type": "string", "format": "uuid"}),
    ("uri url", {"type": "string", "format": "uri"}),
    ("email", {"type": "string", "format": "email"}),
    ("password", {"type": "string", "format": "password"}),
    ("byte", {"type": "string", "contentEncoding": "base64"}),
    ("file binary blob", _FILE),
    ("any mixed unknown *", {}),
)
_MEANINGS = {word: meaning for words, meaning in _WORDS for word in words.split()}


def is_type_word(word: str) -> bool:
    """Whether a word is a type, or stands for one."""
    return meaning_of(word) is not None


def is_nothing(word: str) -> bool:
    """Whether a word is the type of null, or stands for it."""
    return meaning_of(word) == {"type": "null"}


def meaning_of(word: str) -> Meaning | None:
    """Return the keywords that a word for a type stands for; None for a word that is unknown."""
    plain = word.strip().lower()
    if plain in TYPES:
        return {"type": plain}
    if plain.endswith("[]"):
        items = meaning_of(plain[:-2])
        return None if items is None else {"type": "array", "items": items}
    found = _MEANINGS.get(plain or "*")
    return None if found is None else dict(found)
