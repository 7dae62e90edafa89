"""Values that fit a schema, drawn with references followed as deep as a few levels.

hypothesis-jsonschema does not follow references that lead back to themselves.
"""

from __future__ import annotations

import base64
import uuid
from contextlib import suppress
from typing import Any

from hypothesis import strategies as st

DEEPEST = 5
ANYTHING: list[Any] = [None, True, 7, 1.5, "text", ["a", 1], {"any": ["thing", {}]}]
_KINDS = ["string", "integer", "boolean", "null"]


class NoValueError(Exception):
    """The schema wants more levels than there are."""


def value(draw: st.DrawFn, schema: Any, root: dict[str, Any], depth: int = DEEPEST) -> Any:
    """Draw a value that fits.

    Raises:
        NoValueError: It would nest too deep, or there is none.
    """
    if schema is False or depth < 0:
        raise NoValueError
    if schema is True or not schema:
        return draw(st.sampled_from(ANYTHING))
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return value(draw, root[name], root, depth - 1)
    if "allOf" in schema:
        parts = [value(draw, part, root, depth) for part in schema["allOf"]]
        return {key: one for part in parts for key, one in part.items()}
    if "anyOf" in schema:
        return _one_of(draw, schema["anyOf"], root, depth)
    for keyword in ("const", "enum"):
        if keyword in schema:
            return draw(st.sampled_from([schema["const"]] if "const" in schema else schema["enum"]))
    kind = schema["type"]
    if isinstance(kind, list):
        return value(draw, {**schema, "type": draw(st.sampled_from(kind))}, root, depth)
    if kind == "object":
        return _object(draw, schema, root, depth)
    if kind == "array":
        return _array(draw, schema, root, depth)
    return _scalar(draw, kind, schema)


def _one_of(draw: st.DrawFn, members: list[Any], root: dict[str, Any], depth: int) -> Any:
    for member in draw(st.permutations(members)):
        try:
            return value(draw, member, root, depth)
        except NoValueError:
            continue
    raise NoValueError


def _object(draw: st.DrawFn, schema: Any, root: dict[str, Any], depth: int) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, inner in schema.get("properties", {}).items():
        required = name in schema.get("required", ())
        if not required and draw(st.booleans()):
            continue
        try:
            made[name] = value(draw, inner, root, depth - 1)
        except NoValueError:
            if required:
                raise
    others = schema.get("additionalProperties", True)
    patterns = schema.get("patternProperties")
    if draw(st.booleans()) and (others is not False or patterns):
        inner = next(iter(patterns.values())) if patterns else others
        with suppress(NoValueError):
            made["x-other"] = value(draw, inner, root, depth - 1)
    return made


def _array(draw: st.DrawFn, schema: Any, root: dict[str, Any], depth: int) -> list[Any]:
    prefix = schema.get("prefixItems", [])
    least = schema.get("minItems", 0)
    most = schema.get("maxItems", len(prefix) + 2)
    if schema.get("items") is False:
        most = min(most, len(prefix))
    wanted = draw(st.integers(least, max(least, most)))
    made: list[Any] = []
    for index in range(wanted):
        inner = prefix[index] if index < len(prefix) else schema.get("items", True)
        try:
            made.append(value(draw, inner, root, depth - 1))
        except NoValueError:
            if index < least:
                raise
            break
    return made


def _scalar(draw: st.DrawFn, kind: str, schema: Any) -> Any:
    least, most = schema.get("minimum", -9), schema.get("maximum", 9)
    match kind:
        case "null":
            return None
        case "boolean":
            return draw(st.booleans())
        case "integer":
            return draw(st.integers(least, most))
        case "number":
            return draw(
                st.floats(least, most, allow_nan=False, width=32) | st.integers(least, most)
            )
        case _ if "format" in schema:
            return draw(st.sampled_from(FORMATTED[schema["format"]]))
        case _ if "pattern" in schema:
            return draw(
                st.sampled_from({"^[a-z]*$": ["", "abc"], "^x-": ["x-", "x-ä"]}[schema["pattern"]])
            )
        case _:
            return draw(
                st.text(min_size=schema.get("minLength", 0), max_size=schema.get("maxLength", 5))
            )


MATCHING = {"^[a-z]*$": ["", "abc"], "^x-": ["x-", "x-ä"]}
FORMATTED = {
    "date-time": ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.123456789+02:00"],
    "date": ["2026-01-02"],
    "uuid": [str(uuid.UUID(int=7))],
    "int64": ["9007199254740993", "-1"],
    "email": ["a@example.com"],
    "duration": ["PT3S", "P1DT7200S"],
    "byte": [base64.b64encode(b"\xff\x00").decode(), ""],
}
