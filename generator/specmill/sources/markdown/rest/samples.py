"""Samples of bodies: the JSON of a code block, and the schema that it fits."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from specmill.sources.markdown.blocks import Code
from specmill.values import dataclass

_HEAD = re.compile(r"HTTP/[\d.]+\s+(\d{3})\b")
_DATA = re.compile(
    r"(?:-d|--data(?:-raw|-binary)?)[ =]\s*(?:'([\[{].*?)'|\"([\[{].*?)\")", re.DOTALL
)
_COMMENT = re.compile(r"""("(?:[^"\\]|\\.)*")|//[^\n]*|/\*.*?\*/|,?\s*\.\.\.|…""", re.DOTALL)
_TRAILING = re.compile(r"""("(?:[^"\\]|\\.)*")|,(?=\s*[\]}])""", re.DOTALL)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
_DEEPEST = 40
MOST = 2_000_000
"""Characters of a sample that is read."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The JSON of a code block."""

    value: Any
    line: int
    status: str = ""
    """Of an answer with its first line, ``HTTP/1.1 201 Created``."""
    sent: bool = False
    """A command line sends it."""


class NoSample(Exception):  # noqa: N818 - a signal, not an error of ours
    """A code block holds no JSON; the argument says whether it looks as if it should."""


def sample_of(code: Code) -> Sample | None:
    """Read the JSON of a code block; None where it is something else, or too long.

    Raises:
        NoSample: It begins as JSON and is none.
    """
    text = code.text.strip()
    if len(text) > MOST:
        return None
    head = _HEAD.match(text)
    if head is not None:
        _, _, text = text.partition("\n\n")
        text = text.strip()
    elif text.startswith("curl") or "\ncurl" in text:
        data = _DATA.search(text)
        sent = _parsed(data[1] or data[2]) if data else None
        return Sample(sent, code.line, sent=True) if sent is not None else None
    status = head[1] if head else ""
    if not text.startswith(("{", "[")):
        return Sample(None, code.line, status) if head else None
    value = _parsed(text)
    if value is None:
        raise NoSample
    return Sample(value, code.line, status)


def _parsed(text: str) -> Any:
    """Read JSON, also with comments, `...` and commas at the end; None for what is none."""
    for reading in (text, _TRAILING.sub(r"\1", _COMMENT.sub(r"\1", text))):
        try:
            return json.loads(reading)
        except (ValueError, RecursionError):
            continue
    return None


def schema_of_sample(value: Any, depth: int = 0) -> dict[str, Any]:
    """Return the schema that a sample fits; it does not tell what may be missing."""
    if depth > _DEEPEST or value is None:
        return {}
    if isinstance(value, bool):
        return {"type": "boolean"}
    if isinstance(value, int | float):
        return {"type": "integer" if isinstance(value, int) else "number"}
    if isinstance(value, str):
        found = {"date-time": _MOMENT, "date": _DATE}
        formats = [name for name, pattern in found.items() if pattern.match(value)]
        return {"type": "string", "format": formats[0]} if formats else {"type": "string"}
    if isinstance(value, list):
        items: dict[str, Any] = {}
        for index, one in enumerate(value):
            schema = schema_of_sample(one, depth + 1)
            items = either(items, schema) if index else schema
        return {"type": "array", "items": items}
    properties = {name: schema_of_sample(one, depth + 1) for name, one in value.items()}
    return {"type": "object", "properties": properties}


def either(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of what fits one of two samples' schemas."""
    kinds = (one.get("type"), other.get("type"))
    if None in kinds or one == other:
        return {**(other if kinds[0] is None else one)}
    if kinds == ("object", "object"):
        return {"type": "object", "properties": _either_of_each(one, other)}
    if kinds == ("array", "array"):
        return {"type": "array", "items": either(one["items"], other["items"])}
    if {*kinds} == {"integer", "number"}:
        return {"type": "number"}
    return {"type": kinds[0]} if kinds[0] == kinds[1] else {"anyOf": [one, other]}


def _either_of_each(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    properties = dict(one["properties"])
    for name, schema in other["properties"].items():
        properties[name] = either(properties[name], schema) if name in properties else schema
    return properties


def completed(told: Mapping[str, Any], sample: Mapping[str, Any]) -> dict[str, Any]:
    """Add to the schema of a table what a sample shows: fields, and types that are not told."""
    if "$ref" in told or "anyOf" in told:
        return {**told}
    kind, shown = told.get("type"), sample.get("type")
    if kind is None or (kind == shown and kind in ("array", "object") and _says_little(told)):
        return {**sample, **{key: told[key] for key in told if key not in sample}}
    if kind == shown == "array":
        return {**told, "items": completed(told["items"], sample["items"])}
    if kind == shown == "object" and "properties" in told:
        properties = dict(told["properties"])
        for name, schema in sample["properties"].items():
            properties[name] = completed(properties[name], schema) if name in properties else schema
        return {**told, "properties": properties}
    return {**told}


def _says_little(told: Mapping[str, Any]) -> bool:
    return told.get("items") == {} or ("items" not in told and "properties" not in told)
