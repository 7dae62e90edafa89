"""Keywords of schemas that have the right type and cannot mean what they say."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, TypeAlias

from specmill.diagnostics import SpecmillError
from specmill.document import pointers
from specmill.document.document import Document
from specmill.document.shapes import REPAIRED, Path, pointer_of
from specmill.sources.repairs.finder import Finder, Found, Spot
from specmill.sources.repairs.mending import Row, set_aside
from specmill.sources.repairs.schemas.older_keywords import modernize
from specmill.sources.repairs.schemas.patterns import translate
from specmill.sources.repairs.schemas.referred import REFERRED
from specmill.sources.repairs.schemas.type_words import TYPES, meaning_of
from specmill.sources.repairs.schemas.values import VALUES

Schema: TypeAlias = dict[str, Any]

_PAIRS = (
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minimum", "maximum"),
)
_COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_UNIONS = ("allOf", "anyOf", "oneOf", "prefixItems")
_DIALECTS = (
    "https://json-schema.org/draft/2020-12/schema",
    "https://spec.openapis.org/oas/3.1/dialect/base",
)
_FORMATS = {
    **dict.fromkeys(("datetime", "date_time", "date-Time", "dateTime", "DateTime"), "date-time"),
    **dict.fromkeys(("Date-Time", "DATE-TIME", "Date-time", "rfc3339"), "date-time"),
    "Date": "date",
    "UUID": "uuid",
    "guid": "uuid",
    "URI": "uri",
    "Int64": "int64",
    "Int32": "int32",
    "integer32": "int32",
    "integer64": "int64",
    "Float": "float",
    "Double": "double",
    "Email": "email",
    # poem's names for chrono's types without an offset
    "naive-date": "date",
    "naive-date-time": "date-time-local",
    "naive-time": "time-local",
}


def mend_schema(finder: Finder, schema: Schema, path: Path) -> None:
    """Repair one schema of the normal form in place.

    Not needed where the type is one of ``TYPES`` and the schema has none of ``LOOKED_AT``, as is
    most often so.
    """
    kind = schema.get("type")
    if type(kind) is str:
        if kind not in TYPES:
            Spot(schema, path, finder).run(_TYPE)
    elif kind is not None and not _are_types(kind):
        Spot(schema, path, finder).run(_TYPE)
    if kind == "null" and not _NULLABLE.isdisjoint(schema):
        Spot(schema, path, finder).run(_NULL)
    if schema.get("format") in _FORMATS:
        Spot(schema, path, finder).run(_FORMAT)
    required = schema.get("required")
    if required is not None and len(set(required)) != len(required):
        Spot(schema, path, finder).run(_REQUIRED)
    if _RARE.isdisjoint(schema):
        return
    spot = Spot(schema, path, finder)
    for row, keywords in SCHEMAS:
        if not keywords.isdisjoint(schema):
            spot.run(row)


def _null(spot: Spot) -> Found:
    """Null has no properties, items or values: some generators lose the type beside it."""
    schema = spot.node
    what = "the type is null alone, beside keywords of others; taken as"
    for kind, keywords in _TOLD_BY.items():
        if not keywords.isdisjoint(schema):
            schema["type"] = [kind, "null"]
            return "type", f"{what} {kind} or null"
    del schema["type"]
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], *([] if None in schema["enum"] else [None])]
    else:
        keys = [key for key in _REFERRING if key in schema]
        whole = {key: schema.pop(key) for key in keys}
        schema["anyOf"] = [whole, {"type": "null"}]
    return "type", f"{what} these or null"


_TOLD_BY = {
    "object": frozenset({"properties", "additionalProperties", "patternProperties"}),
    "array": frozenset({"items", "prefixItems"}),
    "string": frozenset({"format", "pattern", "contentEncoding", "contentMediaType"}),
}
"""Types, and keywords that speak of them alone."""
_REFERRING = ("$ref", "allOf", "anyOf", "oneOf")
_NULLABLE = frozenset({"enum", *_REFERRING}).union(*_TOLD_BY.values())


def _are_types(kinds: list[str]) -> bool:
    return bool(kinds) and TYPES.issuperset(kinds) and len(set(kinds)) == len(kinds)


def _type(spot: Spot) -> Found:
    schema = spot.node
    given = schema["type"]
    if isinstance(given, list):
        return _types(schema, given)
    meaning = meaning_of(given)
    if meaning is None:
        target = f"#/components/schemas/{given}"
        if given in spot.finder.document.root.get("components", {}).get("schemas", {}):
            del schema["type"]
            schema["$ref"] = target
            return "type", f"the type {given!r} is a schema; taken as a `$ref` to it"
        set_aside(schema, "type")
        return "type", f"there is no type {given!r}; taken as any value, kept under {REPAIRED}"
    del schema["type"]
    if "contentMediaType" in schema or "contentEncoding" in schema or "format" in schema:
        meaning = {key: meaning[key] for key in meaning if key == "type" or key not in _TEXTUAL}
    for key, value in meaning.items():
        schema.setdefault(key, value)
    modernize(schema)  # bytes in base64 are told by the type, too
    becomes = ", ".join(f"{key} {value!r}" for key, value in meaning.items())
    return "type", f"there is no type {given!r}; taken as {becomes or 'any value'}"


_TEXTUAL = ("format", "contentMediaType", "contentEncoding")


def _types(schema: Schema, given: list[str]) -> Found:
    kinds = list(
        dict.fromkeys(
            kind for one in given for kind in [(meaning_of(one) or {}).get("type")] if kind
        )
    )
    if kinds:
        schema["type"] = kinds
    else:
        del schema["type"]
    return "type", f"the types {given!r} are taken as {kinds or 'any'!r}"


def _required(spot: Spot) -> Found:
    schema = spot.node
    schema["required"] = list(dict.fromkeys(schema["required"]))
    return "required", "`required` names a property twice; taken once"


def _undeclared(spot: Spot) -> Found:
    """Beside ``allOf``, each required name must be a property of a part or of the schema itself."""
    schema = spot.node
    if "required" not in schema:
        return None
    declared = schema.get("properties", {})
    lost = [name for name in schema["required"] if name not in declared]
    if lost:
        known = _names(schema["allOf"], spot.finder.document)
        lost = [name for name in lost if name not in known]
    if not lost:
        return None
    schema.setdefault("properties", {}).update({name: {} for name in lost})
    shown = ", ".join(map(repr, lost))
    return "required", f"`required` names {shown}, of which nothing is said; taken as any value"


def _names(parts: list[Any], document: Document) -> set[str]:
    """Return the names of all properties in the parts of a schema, also behind references."""
    found: set[str] = set()
    seen: set[str] = set()
    pending = [*parts]
    while pending:
        schema = pending.pop()
        if not isinstance(schema, dict):
            continue
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            seen.add(reference)
            with suppress(SpecmillError):
                pending.append(document.resolve(reference))
        found.update(schema.get("properties", ()))
        pending += [one for key in ("allOf", "anyOf", "oneOf") for one in schema.get(key, ())]
        pending += [schema[key] for key in ("items", "not") if key in schema]
    return found


def _dialect(spot: Spot) -> Found:
    schema = spot.node
    if schema.get("$schema", _DIALECTS[0]) in _DIALECTS:
        return None
    what = f"`$schema` is {schema['$schema']!r}; read as JSON Schema 2020-12"
    set_aside(schema, "$schema")
    return "$schema", what


def _recursion(spot: Spot) -> Found:
    """``$recursiveRef`` of JSON Schema 2019-09, which 2020-12 has not."""
    schema = spot.node
    if "$recursiveAnchor" in schema:
        set_aside(schema, "$recursiveAnchor")
    if "$recursiveRef" not in schema:
        return "", f"JSON Schema 2020-12 has no `$recursiveAnchor`; kept under {REPAIRED}"
    set_aside(schema, "$recursiveRef")
    schema["$ref"] = f"#{_recursive(spot)}"
    return "", f"JSON Schema 2020-12 has no `$recursiveRef`; taken as {schema['$ref']!r}"


def _recursive(spot: Spot) -> str:
    """Return the pointer of the schema that a ``$recursiveRef`` repeats: the nearest that lets it,
    else the whole component.
    """
    root, path = spot.finder.document.root, spot.path
    whole: Path = None
    while path is not None:
        node = pointers.look_up(root, pointer_of(path))
        if isinstance(node, dict) and "$recursiveAnchor" in node.get(REPAIRED, ()):
            return pointer_of(path)
        path, whole = path[0], path if _is_component(path) else whole
    return pointer_of(whole)


def _is_component(path: Path) -> bool:
    return path is not None and pointer_of(path[0]) == "/components/schemas"


def _bounds(spot: Spot) -> Found:
    schema = spot.node
    for low, high in _PAIRS:
        if low in schema and high in schema and schema[low] > schema[high]:
            what = f"`{low}` is {schema[low]}, more than `{high}` {schema[high]}"
            set_aside(schema, low)
            set_aside(schema, high)
            return low, f"{what}; both are kept under {REPAIRED}"
    return None


def _negative(spot: Spot) -> Found:
    schema = spot.node
    for key in _COUNTS:
        if schema.get(key, 0) < 0:
            what = f"`{key}` is {schema[key]}"
            set_aside(schema, key)
            return key, f"{what}; kept under {REPAIRED}"
    if schema.get("multipleOf", 1) <= 0:
        what = f"`multipleOf` is {schema['multipleOf']}"
        set_aside(schema, "multipleOf")
        return "multipleOf", f"{what}; kept under {REPAIRED}"
    return None


def _pattern(spot: Spot) -> Found:
    schema = spot.node
    pattern = schema["pattern"]
    becomes = translate(pattern)
    if becomes == pattern:
        return None
    if becomes is None:
        set_aside(schema, "pattern")
        return "pattern", f"{pattern!r} is no regular expression; kept under {REPAIRED}"
    schema["pattern"] = becomes
    return "pattern", f"the pattern {pattern!r} is of another dialect; taken as {becomes!r}"


def _format(spot: Spot) -> Found:
    schema = spot.node
    given = schema["format"]
    schema["format"] = _FORMATS[given]
    return "format", f"the format {given!r} is taken as {schema['format']!r}"


def _union(spot: Spot) -> Found:
    for key in _UNIONS:
        if spot.node.get(key) == []:
            del spot.node[key]
            return key, f"`{key}` is empty; left out"
    return None


def _outside(spot: Spot) -> Found:
    """A member of a union of another type than stands beside it could never be."""
    schema = spot.node
    if "type" not in schema or not _TOLD_BY_PARTS.isdisjoint(schema):
        return None
    given = schema["type"]
    allowed = {given} if isinstance(given, str) else set(given)
    allowed |= {"integer"} if "number" in allowed else set()
    for keyword in ("oneOf", "anyOf"):
        members = schema.get(keyword, [])
        kinds = [_kinds(member, spot.finder.document) for member in members]
        if any(some - {"null"} and allowed.isdisjoint(some) for some in kinds):
            for index, some in enumerate(kinds):
                if not some and isinstance(members[index], dict):
                    members[index] = {"type": given, **members[index]}
            members += [{"type": "null"}] if "null" in allowed and {"null"} not in kinds else []
            set_aside(schema, "type")
            what = f"`{keyword}` has members that are not of the type {given!r}"
            return "type", f"{what}; they count, the type is kept under {REPAIRED}"
    return None


_TOLD_BY_PARTS = frozenset({"properties", "items", "allOf", "enum", "const"})
"""Keywords that say what a type beside them is for."""


def _kinds(schema: Any, document: Document) -> set[str]:
    """Return the types that a member of a union says it has, also behind references; null aside
    unless it is all.
    """
    seen: set[str] = set()
    while isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
        if schema["$ref"] in seen:
            return set()
        seen.add(schema["$ref"])
        try:
            schema = document.resolve(schema["$ref"])
        except SpecmillError:
            return set()
    given = schema.get("type", []) if isinstance(schema, dict) else []
    kinds = {given} if isinstance(given, str) else set(given)
    return kinds - {"null"} or kinds


_REQUIRED = Row("required-duplicate", _required)
_FORMAT = Row("format-spelling", _format)
_NULL = Row("null-alone", _null)
_TYPE = Row("type-word", _type, "JSON Schema has string, number, integer, boolean, array, object")
SCHEMAS: tuple[tuple[Row, frozenset[str]], ...] = (
    (Row("union-empty", _union), frozenset(_UNIONS)),
    (Row("union-type", _outside), frozenset({"oneOf", "anyOf"})),
    (Row("dialect-older", _dialect), frozenset({"$schema"})),
    (Row("recursion-older", _recursion), frozenset({"$recursiveRef", "$recursiveAnchor"})),
    (Row("required-undeclared", _undeclared), frozenset({"allOf"})),
    *((row, frozenset({keyword})) for row, keyword in (*REFERRED, *VALUES)),
    (Row("bounds-crossed", _bounds), frozenset(low for low, _ in _PAIRS)),
    (Row("bound-negative", _negative), frozenset({*_COUNTS, "multipleOf"})),
    (Row("pattern-dialect", _pattern), frozenset({"pattern"})),
)
"""What to look for, and the keywords of which a schema must have one."""
_RARE = frozenset[str]().union(*(keywords for _, keywords in SCHEMAS))
LOOKED_AT = _RARE | {"format", "required"}
"""Keywords that may be wrong."""
