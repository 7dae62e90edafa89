"""Versions of the specification: the one that a file names, and words of another."""

from __future__ import annotations

import re
from typing import Any

from specmill.diagnostics import Report
from specmill.sources.loading import Source

_VERSION = re.compile(r"\s*[vV]?([123])(?:\.(\d+|x))?(?:\.\S*)?\s*\Z")
_NEWER = frozenset(
    {
        *("const", "prefixItems", "if", "then", "else", "$defs", "patternProperties", "examples"),
        *("dependentSchemas", "dependentRequired", "contains", "propertyNames", "contentEncoding"),
        *("unevaluatedItems", "unevaluatedProperties", "contentSchema", "contentMediaType"),
    }
)
_BOUNDS = ("exclusiveMinimum", "exclusiveMaximum")
NEWER = _NEWER | {*_BOUNDS, "$ref"}
"""Keywords of which a schema of OpenAPI 3.0 that says it in the way of 3.1 has one."""
OLDER = frozenset({"nullable", *_BOUNDS})
"""The same for a schema of OpenAPI 3.1 and the ways of 3.0."""
_NOTES = frozenset({"$ref", "description", "summary", "title"})


def mend_version(source: Source, report: Report) -> None:
    """Spell the version of a file the way that its specification does."""
    tree = source.tree
    if not isinstance(tree, dict):
        return
    for key in ("openapi", "swagger"):
        given = tree.get(key)
        match = _VERSION.match(str(given)) if given is not None else None
        if match is None or type(given) not in (str, int, float):
            continue
        major, minor = match[1], match[2]
        right = {"2": "swagger", "3": "openapi"}.get(major)
        if right is None or (right != key and right in tree) or (major == "2" and minor == "1"):
            continue
        becomes = "2.0" if major == "2" else f"3.{minor or 0}"
        if right == key and _is_usual(given, becomes, major):
            continue
        if major == "3" and minor not in (None, "x"):
            becomes = str(given).strip().lstrip("vV")
        entries = {(right if name == key else name): item for name, item in tree.items()}
        entries[right] = becomes.replace("x", "0")
        place = source.locate(f"/{key}")
        tree.clear()
        tree.update(entries)
        what = f"`{key}` is {given!r}; taken as `{right}: {entries[right]}`"
        report.warn(what, location=place, code="version-spelling")


def _is_usual(given: Any, becomes: str, major: str) -> bool:
    if major == "2":
        return str(given) == becomes
    return str(given).startswith(f"{becomes[:3]}") and "x" not in str(given)


def older_words(schema: dict[str, Any]) -> dict[str, str]:
    """Return the keywords that a schema of OpenAPI 3.1 has in the way of 3.0, and that in words."""
    found = {"nullable": "`nullable`"} if schema.get("nullable") else {}
    flags = {key: f"a flag in `{key}`" for key in _BOUNDS if type(schema.get(key)) is bool}
    return found | flags


def newer_words(schema: dict[str, Any]) -> dict[str, str]:
    """Return the keywords that a schema of OpenAPI 3.0 has in the way of 3.1, and that in words."""
    found = {key: f"`{key}`" for key in schema if key in _NEWER}
    if type(schema.get("type")) is list:
        found["type"] = "a list of types"
    numbers = (key for key in _BOUNDS if type(schema.get(key)) in (int, float))
    return found | {key: f"a number in `{key}`" for key in numbers}


def siblings(schema: dict[str, Any]) -> str:
    """Say what stands beside a ``$ref``, where OpenAPI 3.0 has nothing; empty for notes alone."""
    keys = [key for key in schema if key not in _NOTES and not key.startswith("x-")]
    return ", ".join(f"`{key}`" for key in keys)
