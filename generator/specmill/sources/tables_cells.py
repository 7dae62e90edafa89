"""The cells of a parameter's row: its type, whether it must be given, its default."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from specmill.sources.tables_dialect import Dialects
from specmill.sources.tables_types import NotAType, schema_of

_FULL_WIDTH = str.maketrans("（），：；＝｜［］＜＞“”‘’　", "(),:;=|[]<>\"\"'' ")
_MARKS = re.compile(r"\(([^()]*)\)\s*\Z")
_ASSIGNED = re.compile(r"\s*([\w ]*?)\s*[=:]\s*(.*?)\s*\Z|\s*(\w+)\s+(\S+)\s*\Z")
_SPLIT = re.compile(r",(?![^\[{]*[\]}])")
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
    """Read a cell such as ``string (required)``, ``int (optional,default=100)`` or ``string[]``."""
    text = cell.strip().strip("`").strip()
    narrow = text.translate(_FULL_WIDTH)
    declared = Declared(narrow)
    if narrow != text:
        declared.oddities.append(f"full-width punctuation in {text!r}")
    found = _MARKS.search(narrow)
    marks = found[1] if found else ""
    if found:
        declared.text = narrow[: found.start()].strip()
    kind_of = _kinds(dialects)
    try:
        declared.schema = schema_of(declared.text, kind_of, classes)
    except NotAType:
        declared.oddities.append(f"the type {declared.text!r} is unknown; taken as anything")
    for mark in _SPLIT.split(marks) if marks.strip() else ():
        _mark(mark, declared, dialects)
    return declared


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
    if found and dialects.has("default", found[1] or found[3] or ""):
        set_default(declared, found[2] if found[2] is not None else found[4])
    else:
        declared.oddities.append(f"`{mark.strip()}` behind the type is not understood")


def set_default(declared: Declared, text: str) -> None:
    """Read a default by the type of its row; what does not fit is reported and left out."""
    text = text.strip().strip("`").strip()
    try:
        declared.default = _value(text, declared.schema)
    except (ValueError, SyntaxError):
        declared.oddities.append(f"the default {text!r} is no {declared.text}; left out")
        return
    declared.has_default = True
    if declared.required:
        declared.oddities.append("it is required and has a default; taken as optional")
    declared.required = False


def _value(text: str, schema: dict[str, Any]) -> Any:
    kind = schema.get("type")
    if text.casefold() in ("none", "null"):
        return None
    if kind == "boolean":
        if text.casefold() not in _FLAGS:
            raise ValueError(text)
        return _FLAGS[text.casefold()]
    if kind == "integer":
        return int(text)
    if kind == "number":
        return float(text)
    if kind in ("array", "object"):
        value = ast.literal_eval(text)
        if not isinstance(value, list if kind == "array" else dict):
            raise ValueError(text)
        return value
    if kind == "string":
        return text.strip("\"'")
    return _guess(text)


def _guess(text: str) -> Any:
    """Read a default whose type is not known: a literal of JSON or Python, or else a text."""
    if text.casefold() in _FLAGS:
        return _FLAGS[text.casefold()]
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text
    return value if isinstance(value, str | int | float | list | dict) else text
