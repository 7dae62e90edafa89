"""Cells of a parameter's row: its type, whether it is required, its default."""

from __future__ import annotations

import ast
import html
import json
import math
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import field
from typing import Any

from specmill.sources.markdown.dialect import Dialects
from specmill.sources.markdown.types import NotAType, schema_of
from specmill.values import dataclass

_FULL_WIDTH = str.maketrans("（），：；＝｜［］＜＞“”‘’　", "(),:;=|[]<>\"\"'' ")
_MARKS = re.compile(r"\(([^()]*)\)\s*\Z")
_ASSIGNED = re.compile(r"\s*([\w ]*?)\s*[=:]\s*(.*?)\s*\Z|\s*(\w+)\s+(\S+)\s*\Z")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:#|\.|/|https?:|[\w-]+\.\w+)[^()]*\)")
_LISTED = re.compile(
    r"(?:`([^`]+)`|\"([^\"]+)\"|'([^']+)'|([A-Za-z0-9_][\w.:+-]*))(?:\s*\(([^()]*)\))?", re.ASCII
)
_BETWEEN = re.compile(r"(?:\s*(?:[,|/;、，]|<br\s*/?>|\bor\b)\s*)+|\s*\Z", re.IGNORECASE)
_NOTE = re.compile(r"\s+\([^()]*\)\Z")
"""What is said of a default: ``86400 (24 hours)``."""
_FLAGS = {"true": True, "false": False}


@dataclass(slots=True)
class Declared:
    """What the type cell of a row says."""

    text: str
    """The type as written, without its marks."""
    schema: dict[str, Any] = field(default_factory=dict)
    required: bool | None = None
    """None where nothing is said."""
    has_default: bool = False
    default: Any = None
    oddities: list[str] = field(default_factory=list)
    """What was read but is not as it should be."""


def read_type(cell: str, dialects: Dialects, classes: dict[str, str]) -> Declared:
    """Read a cell such as ``string (required)``, ``int, optional, default=100`` or ``string[]``."""
    text = unmarked(cell)
    narrow = text.translate(_FULL_WIDTH)
    declared = Declared(narrow)
    if narrow != text:
        declared.oddities.append(f"full-width punctuation in {text!r}")
    marks: list[str] = []
    while found := _MARKS.search(declared.text):
        marks = [mark for mark in _split(found[1]) if mark.strip()] + marks
        declared.text = declared.text[: found.start()].strip()
    kind_of = _kinds(dialects)
    for type_, more in _readings(declared.text):
        try:
            declared.schema = schema_of(type_, kind_of, classes)
        except NotAType:
            continue
        declared.text, marks = type_, more + marks
        break
    else:
        declared.oddities.append(f"the type {declared.text!r} is unknown; taken as anything")
    for mark in marks:
        _mark(mark, declared, dialects)
    return declared


def _readings(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give the ways to tell a type from marks without brackets: ``int, optional``, ``int = 5``."""
    yield text, []
    first, *rest = _split(text)
    if rest:
        yield first.strip(), rest
    type_, equals, default = text.partition("=")
    if equals and type_.strip():
        yield type_.strip(), [f"={default}"]


def _split(text: str) -> list[str]:
    """Split at the commas that stand in no brackets."""
    parts, depth = [""], 0
    for char in text:
        depth += (char in "[{<") - (char in "]}>")
        if char == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def unmarked(cell: str) -> str:
    """Take code marks, links, breaks and escapes out of a cell that holds a type or a value."""
    text = _ESCAPE.sub(r"\1", _LINK.sub(r"\1", _BREAK.sub(" ", cell)))
    return html.unescape(text).replace("`", "").replace("**", "").strip()


def is_type(cell: str, dialects: Dialects, classes: dict[str, str]) -> bool:
    """Tell whether a cell reads as a type without any doubt."""
    return bool(cell.strip()) and not read_type(cell, dialects, classes).oddities


def _kinds(dialects: Dialects) -> Callable[[str], str]:
    return lambda word: dialects.role_of("types", word)[0] if word.strip() else "any"


def _mark(mark: str, declared: Declared, dialects: Dialects) -> None:
    if dialects.has("required", mark):
        declared.required = True
        return
    if dialects.has("optional", mark):
        declared.required = False
        return
    found = _ASSIGNED.match(mark)
    if found and (mark.startswith("=") or dialects.has("default", found[1] or found[3] or "")):
        set_default(declared, found[2] if found[2] is not None else found[4])
    else:
        declared.oddities.append(f"`{mark.strip()}` behind the type is not understood")


def with_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Let a type be null as well."""
    if not schema or {"type": "null"} in (schema, *schema.get("anyOf", ())):
        return schema
    return {"anyOf": [*schema.get("anyOf", (schema,)), {"type": "null"}]}


def allow(schema: dict[str, Any], cell: str) -> bool:
    """Make an enumeration of the values that a cell lists; tells whether it says nothing else.

    Each is in code, in quotes or one word; a single one is in code or in quotes.
    """
    inner = schema
    while inner.get("type") == "array":
        inner = inner.setdefault("items", {})
    inner = next((one for one in inner.get("anyOf", ()) if one.get("type") != "null"), inner)
    values = _listed(_ESCAPE.sub(r"\1", cell).strip())
    is_open = inner in ({}, *({"type": kind} for kind in ("string", "integer", "number")))
    if not values or not is_open or (not inner and all(value.isdigit() for value, _ in values)):
        return False
    try:
        read = [_value(value, inner or {"type": "string"}) for value, _ in values]
    except ValueError:
        return False
    inner |= {**(inner or {"type": "string"}), "enum": list(dict.fromkeys(read))}
    return not any(told for _, told in values)


def _listed(text: str) -> list[tuple[str, str]]:
    """Split a list of values, each with what is said of it in brackets; empty for other text."""
    found: list[tuple[str, str]] = []
    at = 0
    while (one := _LISTED.match(text, at)) is not None:
        value = next(each for each in one.groups()[:4] if each is not None)
        found.append((value, one[5] or ""))
        at = one.end()
        if at == len(text):
            is_marked = text[0] in "`\"'"
            return found if is_marked or len(found) > 1 else []
        between = _BETWEEN.match(text, at)
        if between is None:
            break
        at = between.end()
    return []


def set_default(declared: Declared, text: str) -> None:
    """Read a default by the type of its row; what does not fit is reported and left out."""
    text = unmarked(text)
    bare = text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
    is_text = declared.schema.get("type", "string") == "string" or "anyOf" in declared.schema
    value = text if is_text else bare
    try:
        declared.default = _value(value, declared.schema)
    except ValueError:
        try:
            declared.default = _value(_NOTE.sub("", value), declared.schema)
        except ValueError:
            declared.oddities.append(f"the default {text!r} is no {declared.text}; left out")
            return
    declared.has_default = True
    if declared.required:
        declared.oddities.append("it is required and has a default; taken as optional")
    declared.required = False


def _value(text: str, schema: dict[str, Any]) -> Any:
    if text.casefold() in ("none", "null"):
        return None
    if "anyOf" in schema:
        return _value_of_some(text, schema["anyOf"])
    kind = schema.get("type")
    if kind == "boolean":
        if text.casefold() not in _FLAGS:
            raise ValueError(text)
        return _FLAGS[text.casefold()]
    if kind == "integer":
        return int(text)
    if kind == "number":
        return int(text) if text.lstrip("-").isdecimal() else _finite(float(text))
    if kind in ("array", "object"):
        value = _literal(text)
        if not isinstance(value, list if kind == "array" else dict):
            raise ValueError(text)
        return value
    if kind == "string":
        value = text.strip("\"'")
        is_time = schema.get("format") in ("date", "date-time")
        if value not in schema.get("enum", [value]) or (is_time and not value[:4].isdigit()):
            raise ValueError(text)
        return value
    return _guess(text)


def _value_of_some(text: str, schemas: list[dict[str, Any]]) -> Any:
    for schema in schemas:
        with suppress(ValueError):
            return _value(text, schema)
    raise ValueError(text)


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError(value)
    return value


def _literal(text: str) -> Any:
    """Read a literal of JSON or Python as a value that JSON has; raises ValueError for others."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            value = ast.literal_eval(text)
        return json.loads(json.dumps(value, allow_nan=False))
    except (SyntaxError, TypeError, RecursionError, MemoryError) as error:
        raise ValueError(text) from error


def _guess(text: str) -> Any:
    """Read a default whose type is not known: a literal of JSON or Python, or else a text."""
    if text.casefold() in _FLAGS:
        return _FLAGS[text.casefold()]
    try:
        return _literal(text)
    except ValueError:
        return text
