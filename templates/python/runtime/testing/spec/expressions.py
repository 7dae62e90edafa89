"""Regular expressions of the spec, run by an engine whose time is linear: that of pydantic."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

from pydantic_core import SchemaError, SchemaValidator, core_schema

Test: TypeAlias = Callable[[Any], bool]

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ASCII = {
    "d": "[0-9]",
    "D": "[^0-9]",
    "w": "[0-9A-Za-z_]",
    "W": "[^0-9A-Za-z_]",
    "_": "_",
}
"""Classes that have letters of all languages for the engine, and none of them in ECMA-262."""
_OF_SETS = re.compile(r"&&|--|~~|\[[^\]\\]*\[")
"""What the engine takes for sets of characters, and ECMA-262 for characters."""


@cache
def expression(pattern: str) -> Test | None:
    """Return what tells whether an expression is in a text.

    None stands for an expression of which the engine does not say what ECMA-262 would: one that
    looks around, that refers back, or that is too large. Nobody is asked about it.
    """
    if _OF_SETS.search(_ESCAPE.sub("", pattern)):
        return None
    known = _ESCAPE.sub(lambda found: _ASCII.get(found[1], found[0]), pattern)
    try:
        schema = core_schema.str_schema(pattern=known, regex_engine="rust-regex", strict=True)
        return SchemaValidator(schema).isinstance_python
    except SchemaError:
        return None


def matches(pattern: str, text: str) -> bool:
    """Tell whether an expression is in a text; one that nobody is asked about fits all."""
    test = expression(pattern)
    return test is None or test(text)
