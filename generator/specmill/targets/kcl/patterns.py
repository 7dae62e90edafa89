"""Regular expressions of JSON Schema (ECMA-262) in the dialect that KCL's ``regex`` reads."""

from __future__ import annotations

import re

_PROPERTY = re.compile(r"\\[pP]\{[A-Za-z_=]+\}")
_PART = re.compile(r"\\[pP]\{[^}]*\}|\\.|\{\d+(?:,\d*)?\}|.", re.DOTALL)
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
_SET_OPERATORS = re.compile("&&|--|~~")
"""Between the characters of a class; ECMA-262 takes them as they are, KCL reckons with sets."""


def portable(pattern: str) -> str:
    """Return a pattern as KCL reads it; empty where the dialects differ in more than spelling.

    Braces that count nothing and brackets inside a class are literal in ECMA-262 and need a
    backslash in KCL. Python's parser stands in for KCL's as the judge of what is left.
    """
    reckons = any(_SET_OPERATORS.search(one) for one in _CLASS.findall(pattern))
    if reckons or not pattern.isprintable():
        return ""
    translated = "".join(_translated(pattern))
    try:
        re.compile(_PROPERTY.sub("a", translated))
    except re.error:
        return ""
    return translated


def _translated(pattern: str) -> list[str]:
    parts: list[str] = []
    in_class = False
    for part in _PART.findall(pattern):
        if in_class:
            first = parts[-1] == "[" or parts[-2:] == ["[", "^"]
            in_class = part != "]" or first
            parts.append("\\[" if part == "[" else part)
        elif part in "{}":
            parts.append(f"\\{part}")
        else:
            in_class = part == "["
            parts.append("/" if part == "\\/" else part)
    return parts
