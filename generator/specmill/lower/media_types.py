"""Media types: how a client writes and reads each, and which one it prefers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from specmill.model.operations import BodyKind, ResponseKind
from specmill.model.types import Anything, LiteralOf, Scalar, ScalarKind, TypeRef, UnionOf
from specmill.text import words

_PREFERENCE = (BodyKind.JSON, BodyKind.MULTIPART, BodyKind.FORM, BodyKind.TEXT)
"""What a typed client handles best comes first; bytes are next, and streams last."""

_LINES = re.compile(r"ndjson|jsonl\b|jsonlines|json-?l\b|json-lines|stream\+json|json-stream")
_SEQUENCE = re.compile(r"json-seq\b")
_TEXTS = re.compile(
    r"^text/|xml\b|[/+.-](yaml|yml|toml|csv|javascript|ecmascript|typescript|graphql|sql|x-sh"
    r"|x-www-form-urlencoded|x-pem-file|ld-patch|n-triples|turtle|markdown)\b"
)
_UNDECIDED = frozenset({"*/*", "application/*"})
"""Ranges that say nothing of the structure: the schema does."""

_WORDS = {
    "text/plain": "text",
    "application/octet-stream": "bytes",
    "application/gzip": "gzip",
    "application/msword": "doc",
    "application/vnd.ms-excel": "xls",
    "application/vnd.ms-powerpoint": "ppt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "multipart/form-data": "multipart",
    "*/*": "bytes",
    "application/*": "bytes",
}


@lru_cache(maxsize=1024)
def essence(media_type: str) -> str:
    """Return a media type without its parameters, in lower case (RFC 9110, section 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def preferred(media_types: Iterable[str]) -> str:
    """Return the media type that a typed client handles best, the first of equals."""
    return min(media_types, key=_rank)


@lru_cache(maxsize=1024)
def _rank(media_type: str) -> int:
    kind = essence(media_type)
    if kind == "application/json":
        return -1
    if kind == "application/octet-stream":
        return len(_PREFERENCE)
    known = body_kind(kind)
    if known in _PREFERENCE:
        return _PREFERENCE.index(known)
    return len(_PREFERENCE) + 1 + (_stream(kind) is not None)


def body_kind(media_type: str, *, is_file: bool = False) -> BodyKind:
    """Return how a request body of a media type is written.

    Args:
        media_type: As the spec has it, also a range such as ``*/*``.
        is_file: Whether its schema is of raw bytes: a file is sent as it is, whatever its type.
    """
    kind = essence(media_type)
    if is_file and _structure(kind, is_file=True) is ResponseKind.JSON:
        return BodyKind.BINARY
    if _stream(kind) is not None:
        return BodyKind.JSON_SEQUENCE if _SEQUENCE.search(kind) else BodyKind.JSON_LINES
    if "form-data" in kind:
        return BodyKind.MULTIPART
    if "urlencoded" in kind:
        return BodyKind.FORM
    return BodyKind(_structure(kind, is_file=is_file).value)


def response_kind(media_type: str, *, is_file: bool = False) -> ResponseKind:
    """Return how a response body of a media type is read; arguments as of :func:`body_kind`."""
    kind = essence(media_type)
    return _stream(kind) or _structure(kind, is_file=is_file)


def _stream(kind: str) -> ResponseKind | None:
    if kind == "text/event-stream":
        return ResponseKind.EVENTS
    if _SEQUENCE.search(kind):
        return ResponseKind.JSON_SEQUENCE
    return ResponseKind.JSON_LINES if _LINES.search(kind) else None


def _structure(kind: str, *, is_file: bool) -> ResponseKind:
    if kind in _UNDECIDED:
        return ResponseKind.BINARY if is_file else ResponseKind.JSON
    if "json" in kind:
        return ResponseKind.JSON
    return ResponseKind.TEXT if _TEXTS.search(kind) else ResponseKind.BINARY


def is_undecided(media_type: str) -> bool:
    """Tell whether a media type is a range that says nothing of the structure."""
    return essence(media_type) in _UNDECIDED


def may_be_text(type_: TypeRef) -> bool:
    """Tell whether a text may be a value of a type."""
    members = type_.members if isinstance(type_, UnionOf) else (type_,)
    return any(
        isinstance(one, Anything | LiteralOf)
        or (isinstance(one, Scalar) and one.kind is ScalarKind.STRING)
        for one in members
    )


def word_for(media_type: str) -> str:
    """Return what a method adds to its name for an answer of a media type: ``csv``, ``pdf``."""
    kind = essence(media_type)
    if _stream(kind) is not None:
        return "stream"
    if kind in _WORDS:
        return _WORDS[kind]
    type_, _, subtype = kind.partition("/")
    if subtype == "*":
        return type_
    base, _, suffix = subtype.partition("+")
    base = re.sub(r"^(vnd\.|x-|prs\.)+", "", base)
    return " ".join(words(base)).lower() or suffix or type_
