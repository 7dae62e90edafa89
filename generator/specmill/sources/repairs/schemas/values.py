"""Values in schemas (enumerations, constants, defaults) that their type does not admit."""

from __future__ import annotations

from math import isfinite
from typing import Any

from specmill.document.shapes import REPAIRED, describe
from specmill.sources.repairs.finder import Found, Spot
from specmill.sources.repairs.mending import Row, set_aside
from specmill.sources.repairs.schemas.fitting import KINDS

_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_MISSING = object()


def _kinds(schema: dict[str, Any]) -> tuple[str, ...]:
    kind = schema.get("type", ())
    return (kind,) if isinstance(kind, str) else tuple(kind)


def _fits(value: Any, kinds: tuple[str, ...]) -> bool:
    if not kinds:
        return True
    for kind in kinds:
        if type(value) in KINDS[kind]:
            return True
    return type(value) is float and value.is_integer() and "integer" in kinds


def _convert(value: Any, schema: dict[str, Any], written: str) -> Any:
    """Make of a value what its schema's type asks for; ``_MISSING`` where that is not evident."""
    for kind in _kinds(schema):
        if kind == "string" and type(value) in (int, float, bool):
            return written or (str(value).lower() if isinstance(value, bool) else str(value))
        if kind in ("integer", "number") and isinstance(value, str):
            try:
                number = float(value)
            except ValueError:
                continue
            if isfinite(number) and number.is_integer() and abs(number) < 2**63:
                return int(number)
            if kind == "number" and isfinite(number):
                return number
        if kind == "boolean" and isinstance(value, str) and value.lower() in _FLAGS:
            return _FLAGS[value.lower()]
        if kind == "array" and value == "":
            return []
        if kind == "array" and not isinstance(value, list | dict | None):
            items = schema.get("items")
            if isinstance(items, dict) and items.get("type") and _fits(value, _kinds(items)):
                return [value]
    return _MISSING


def _enum_types(spot: Spot) -> Found:
    schema = spot.node
    values, kinds = schema["enum"], _kinds(schema)
    if all(_fits(value, kinds) for value in values):
        return None
    becomes, odd = [], []
    for index, value in enumerate(values):
        new = value
        if not _fits(value, kinds):
            if value is not None:
                new = _convert(value, schema, spot.written("enum", index))
            odd.append(value)
        becomes.append(new)
    what = f"`enum` has {_some(odd)}, the type is {_named(kinds)}"
    if _is_of_items(values, schema):
        schema["items"]["enum"] = schema.pop("enum")
        return "enum", f"{what}; taken as the values of its items"
    if any(value is _MISSING for value in becomes):
        kept = list(dict.fromkeys([*kinds, *map(_kind_of, values)]))
        schema["type"] = [kind for kind in kept if kind != "integer" or "number" not in kept]
        return "enum", f"{what}; the type is taken to allow both"
    if None in becomes and not _fits(None, kinds):
        schema["type"] = [*kinds, "null"]
        if odd == [None]:
            return "enum", f"{what}; the type is taken to allow both"
    schema["enum"] = becomes
    return "enum", f"{what}; taken as the type asks"


def _is_of_items(values: list[Any], schema: dict[str, Any]) -> bool:
    """Tell whether an enumeration beside the type `array` names the values of the items."""
    items, is_list = schema.get("items"), set(_kinds(schema)) - {"null"} == {"array"}
    if not is_list or not isinstance(items, dict) or "enum" in items:
        return False
    kinds = _kinds(items)
    return bool(kinds) and "array" not in kinds and all(_fits(value, kinds) for value in values)


def _kind_of(value: Any) -> str:
    return next(kind for kind, types in KINDS.items() if type(value) in types)


def _some(values: list[Any]) -> str:
    shown = ", ".join(describe(value) for value in values[:3])
    return f"{shown} and {len(values) - 3} more" if len(values) > 3 else shown


def _named(kinds: tuple[str, ...]) -> str:
    return " or ".join(map(repr, kinds))


def _enum_twice(spot: Spot) -> Found:
    schema = spot.node
    values = schema["enum"]
    if not values:
        del schema["enum"]
        return "enum", "`enum` has no values; left out"
    if all(type(value) is str for value in values) and len(set(values)) == len(values):
        return None
    keys = [(type(value), repr(value)) for value in values]
    if len(set(keys)) == len(keys):
        return None
    seen: dict[tuple[type, str], Any] = {}
    for key, value in zip(keys, values, strict=True):
        seen.setdefault(key, value)
    schema["enum"] = list(seen.values())
    return "enum", "`enum` has a value twice; taken once"


def _default(spot: Spot) -> Found:
    schema = spot.node
    spot.finder.defaults.append((schema, spot.path))  # what is behind references is asked later
    value, kinds = schema["default"], _kinds(schema)
    values = schema.get("enum")
    if _fits(value, kinds):
        if not isinstance(values, list) or value in values or "$ref" in schema:
            return None
        same = [one for one in values if isinstance(one, str) and one.casefold() == _folded(value)]
        if len(same) == 1:
            schema["default"] = same[0]
            return "default", f"`default` is {describe(value)}; taken as {same[0]!r} of `enum`"
        set_aside(schema, "default")
        return "default", f"`default` is {describe(value)}, which `enum` lacks; left out"
    if value is None:
        del schema["default"]
        return "default", f"`default` is null, the type is {_named(kinds)}; taken as absent"
    becomes = _convert(value, schema, spot.written("default"))
    if becomes is not _MISSING:
        schema["default"] = becomes
        what = f"`default` is {describe(value)}, the type is {_named(kinds)}"
        return "default", f"{what}; taken as {becomes!r}"
    if "array" in kinds:
        return None  # its items may tell what is meant
    set_aside(schema, "default")
    what = f"`default` is {describe(value)}, the type is {_named(kinds)}"
    return "default", f"{what}; left out, and kept under {REPAIRED}"


def _folded(value: Any) -> str:
    return value.casefold() if isinstance(value, str) else ""


def _const(spot: Spot) -> Found:
    schema = spot.node
    value, kinds = schema["const"], _kinds(schema)
    if _fits(value, kinds):
        return None
    becomes = _convert(value, schema, spot.written("const"))
    what = f"`const` is {describe(value)}, the type is {_named(kinds)}"
    if becomes is _MISSING:
        schema["type"] = _kind_of(value)
        return "const", f"{what}; the type is taken as {schema['type']!r}"
    schema["const"] = becomes
    return "const", f"{what}; taken as {becomes!r}"


VALUES: tuple[tuple[Row, str], ...] = (
    (Row("enum-type", _enum_types), "enum"),
    (Row("enum-duplicate", _enum_twice), "enum"),
    (Row("const-type", _const), "const"),
    (Row("default-type", _default), "default"),
)
"""What to look for, and the keyword that a schema must have."""
