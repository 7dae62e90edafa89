"""JSON of documents, the same bytes on every machine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import orjson

from specmill.document.document import Document

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def dump(document: Document | dict[str, Any]) -> bytes:
    """Write a document, or a tree of plain JSON values, as UTF-8 JSON.

    Keys keep their order and lines are indented by two spaces; characters that control, are
    invisible or change the direction of text are escaped, others are kept.
    """
    root = document.root if isinstance(document, Document) else document
    return _safe(orjson.dumps(root, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def dump_lines(root: dict[str, Any]) -> bytes:
    """Write a document as JSON, without indentation, but with a line for each path and component.

    It is for programs, and differs in few lines from that of an earlier version.
    """
    return _safe(_spread(root, {"paths": 1, "components": 2}, 0) + b"\n")


def _spread(node: dict[str, Any], levels: Mapping[str, int], level: int) -> bytes:
    """Write an object, each member on a line, and the members of some of them as well."""
    members = []
    for key, value in node.items():
        inner = levels.get(key, level - 1)
        spread = inner > 0 and isinstance(value, dict)
        text = _spread(value, {}, inner) if spread else orjson.dumps(value)
        members.append(orjson.dumps(key) + b":" + text)
    return b"{\n" + b",\n".join(members) + b"\n}"


def _safe(data: bytes) -> bytes:
    if data.isascii() and b"\x7f" not in data:
        return data
    return _UNSAFE.sub(_escape, data.decode("utf-8")).encode("utf-8")


def _escape(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))
