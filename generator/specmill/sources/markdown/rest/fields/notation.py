"""Notations of types on REST pages, written as the readers of cells know them."""

from __future__ import annotations

import re

from specmill.sources.markdown.blocks import plain
from specmill.sources.markdown.rest.words import COMPOSITIONS

FOOTNOTE = re.compile(r"(?:\\?[*†‡]|\[\d+\])+\Z")
_SLASH = re.compile(r"(?<=[\w\]])\s*/\s*(?=\w)")
_ARRAY = re.compile(r"\A(\w+) array\Z")
_VALUES = re.compile(r"`([^`|]+)`")
_ALL_VALUES = re.compile(r"`[^`|]+`(?:\s*(?:\||,|/|or)\s*`[^`|]+`)*")
_WORDS = frozenset(
    {
        *("string", "str", "text", "int", "integer", "number", "float", "bool", "boolean", "null"),
        *("object", "array", "list", "date", "datetime", "file", "none", "any"),
    }
)
"""Types that are written in code, too."""
_TEXTS = frozenset({"string", "str", "text", "varchar", "char"})
_NUMBERS = frozenset({"integer", "int", "int32", "int64", "number", "float", "double", "decimal"})
_SIZED = re.compile(
    r"([A-Za-z]\w*)\s*(?:\(\s*(-?\d{0,18})\s*(?:\.\.+|-|–|~|,|to)?\s*(-?\d{0,18})\s*\)"
    r"|\[\s*(-?\d{0,18})\s*\.\.+\s*(-?\d{0,18})\s*\])\Z"
)
"""``string(1..50)``, ``varchar(255)``, ``integer (1-100)``."""
_FORMAT = re.compile(
    r"(?:string|integer|int|number)\s*[(<]\s*(?:format:\s*)?([\w-]+)\s*[)>]\Z", re.IGNORECASE
)
_FORMATS = {
    **dict.fromkeys(("date-time", "datetime", "timestamp", "iso8601", "rfc3339"), "datetime"),
    "date": "date",
    "uuid": "uuid",
    "guid": "uuid",
    "email": "email",
    "uri": "uri",
    "url": "uri",
    "int32": "int32",
    "int64": "int64",
    "binary": "bytes",
    "password": "password",
    **dict.fromkeys(("float", "double"), "number"),
}
_COMPOSED = re.compile(rf"\b(?:{'|'.join(COMPOSITIONS)})\b")
"""What says only that parts of a type stand below."""
_ANGLED = re.compile(r"\b(string|integer|number|object)<([A-Za-z][\w-]*)>")
"""A type with the format of its text, ``string<phone-number>``."""
_MADE_OF = re.compile(r"\benum<(\w+)>")
_NULLABLE = (", nullable", "(nullable)", " or null", ", null")
_LISTS = re.compile(r"\[\](\w[\w.]*)\Z")
"""``[]string`` of Go."""
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")


def notation(cell: str) -> tuple[str, dict[str, int]]:
    """Write a type as readers of cells know it; also gives the lengths and bounds that it says."""
    if inner := _in_brackets(_LINK.sub(r"\1", cell.strip().strip("`"))):
        type_, limits = notation(inner)
        if not limits:
            return f"array<{type_}>", {}
    text = FOOTNOTE.sub("", plain(_quoted(cell.strip())) if "<" not in cell else cell.strip())
    text = _COMPOSED.sub("any", text.replace("`", "").replace("¦", "|"))
    text = _ANGLED.sub(lambda found: _FORMATS.get(found[2].lower(), found[1]), text)
    text = _MADE_OF.sub(r"\1", text)
    nullable = next((one for one in _NULLABLE if text.casefold().endswith(one)), "")
    if nullable:
        type_, limits = notation(text[: -len(nullable)])
        return f"{type_.rstrip('?')}?", limits
    if (found := _FORMAT.match(text)) and found[1].lower() in _FORMATS:
        return _FORMATS[found[1].lower()], {}
    if found := _SIZED.match(text):
        limits = _limits(found)
        if limits:
            return found[1], limits
        if found[1].casefold() in _NUMBERS and "(" in text:
            return found[1], {}  # the width of a column of a database
    if found := _LISTS.match(text):
        return f"{found[1]}[]", {}
    text = _ARRAY.sub(r"\1[]", _SLASH.sub(" | ", text))
    return (f"{text[1:]}?" if text.startswith("?") else text), {}


def _in_brackets(text: str) -> str:
    """Return what ``[Pet]`` is a list of; empty for other types."""
    inner = text[1:-1].strip() if text[:1] == "[" and text[-1:] == "]" else ""
    depth = 0
    for char in inner:
        depth += (char == "[") - (char == "]")
        if depth < 0 or char in ",\"'":
            return ""
    return inner


def _limits(found: re.Match[str]) -> dict[str, int]:
    """Give what numbers behind a type say: ``string(50)`` is at most 50 characters long."""
    low, high = found[2] or found[4] or "", found[3] or found[5] or ""
    is_text = found[1].casefold() in _TEXTS
    is_range = low + high != found[0][len(found[1]) :].strip(" ()[]")
    if not is_range:
        return {"maxLength": int(low or high)} if is_text and low + high else {}
    names = ("minLength", "maxLength") if is_text else ("minimum", "maximum")
    if not is_text and found[1].casefold() not in _NUMBERS:
        return {}
    return {name: int(value) for name, value in zip(names, (low, high), strict=True) if value}


def _quoted(cell: str) -> str:
    """Write values in code, ```metric` | `imperial```, as the values that they are."""
    values = _VALUES.findall(cell) if _ALL_VALUES.fullmatch(cell) else []
    if len(values) < 2 or not _WORDS.isdisjoint(map(str.casefold, values)):
        return cell
    return " | ".join(f'"{one}"' for one in values)
