"""Keywords of schemas that have the right type and cannot mean what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.shapes import EXTRA, Path, describe, pointer_of
from specmill.sources.repairs.mending import Row, set_aside
from specmill.sources.repairs.patterns import translate
from specmill.sources.repairs.type_words import TYPES, meaning_of
from specmill.sources.schemas import modernize

Schema: TypeAlias = dict[str, Any]

_KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_PAIRS = (
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minimum", "maximum"),
)
_COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
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
}
_MISSING = object()


@dataclass(slots=True)
class Finder:
    """Reports what is repaired in the normal form of a document."""

    document: Document
    report: Report

    def note(self, row: Row, what: str, path: Path) -> None:
        """Report a repair at a path of the normal form."""
        place = self.document.locate(pointer_of(path))
        self.report.warn(what, location=place, hint=row.hint, code=row.code)

    def written(self, path: Path) -> str:
        """Give a number the way the source writes it; empty where that is not known."""
        origin = self.document.origins.find(pointer_of(path))
        return origin.input.written(origin.pointer) if origin else ""


def mend_schema(finder: Finder, schema: Schema, path: Path) -> None:
    """Repair one schema of the normal form in place."""
    kind = schema.get("type")
    if type(kind) is str:
        if kind not in TYPES:
            _run(finder, schema, path, _TYPE)
    elif kind is not None and not _are_types(kind):
        _run(finder, schema, path, _TYPE)
    if _WATCHED.isdisjoint(schema):
        return
    for row, keywords in SCHEMAS:
        if not keywords.isdisjoint(schema):
            _run(finder, schema, path, row)


def _run(finder: Finder, schema: Schema, path: Path, row: Row) -> None:
    found = row.mend(finder, schema, path)
    if found is not None:
        keyword, what = found
        finder.note(row, what, (path, keyword))


def _are_types(kinds: list[str]) -> bool:
    return bool(kinds) and TYPES.issuperset(kinds) and len(set(kinds)) == len(kinds)


Found: TypeAlias = tuple[str, str] | None


def _type(finder: Finder, schema: Schema, path: Path) -> Found:
    given = schema["type"]
    if isinstance(given, list):
        return _types(schema, given)
    meaning = meaning_of(given)
    if meaning is None:
        target = f"#/components/schemas/{given}"
        if given in finder.document.root.get("components", {}).get("schemas", {}):
            del schema["type"]
            schema["$ref"] = target
            return "type", f"the type {given!r} is a schema; taken as a `$ref` to it"
        set_aside(schema, "type")
        return "type", f"there is no type {given!r}; taken as any value, kept under {EXTRA}"
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


def _kinds(schema: Schema) -> tuple[str, ...]:
    kind = schema.get("type", ())
    return (kind,) if isinstance(kind, str) else tuple(kind)


def _fits(value: Any, kinds: tuple[str, ...]) -> bool:
    if not kinds:
        return True
    for kind in kinds:
        if type(value) in _KINDS[kind]:
            return True
    return type(value) is float and value.is_integer() and "integer" in kinds


def _convert(value: Any, schema: Schema, written: str) -> Any:
    """Make of a value what its schema's type asks for; ``_MISSING`` where that is not evident."""
    for kind in _kinds(schema):
        if kind == "string" and type(value) in (int, float, bool):
            return written or (str(value).lower() if isinstance(value, bool) else str(value))
        if kind in ("integer", "number") and isinstance(value, str):
            try:
                number = float(value)
            except ValueError:
                continue
            if number.is_integer() and abs(number) < 2**63:
                return int(number)
            if kind == "number" and number == number and abs(number) != float("inf"):
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


def _enum_types(finder: Finder, schema: Schema, path: Path) -> Found:
    values, kinds = schema["enum"], _kinds(schema)
    if all(_fits(value, kinds) for value in values):
        return None
    becomes, odd = [], []
    for index, value in enumerate(values):
        new = value
        if not _fits(value, kinds):
            if value is not None:
                new = _convert(value, schema, finder.written((((path, "enum"), index))))
            odd.append(value)
        becomes.append(new)
    what = f"`enum` has {_some(odd)}, the type is {_named(kinds)}"
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


def _kind_of(value: Any) -> str:
    return next(kind for kind, types in _KINDS.items() if type(value) in types)


def _some(values: list[Any]) -> str:
    shown = ", ".join(describe(value) for value in values[:3])
    return f"{shown} and {len(values) - 3} more" if len(values) > 3 else shown


def _named(kinds: tuple[str, ...]) -> str:
    return " or ".join(map(repr, kinds))


def _enum_twice(finder: Finder, schema: Schema, path: Path) -> Found:
    values = schema["enum"]
    if not values:
        del schema["enum"]
        return "enum", "`enum` has no values; left out"
    keys = [(type(value), repr(value)) for value in values]
    if len(set(keys)) == len(keys):
        return None
    seen: dict[tuple[type, str], Any] = {}
    for key, value in zip(keys, values, strict=True):
        seen.setdefault(key, value)
    schema["enum"] = list(seen.values())
    return "enum", "`enum` has a value twice; taken once"


def _default(finder: Finder, schema: Schema, path: Path) -> Found:
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
    becomes = _convert(value, schema, finder.written((path, "default")))
    if becomes is not _MISSING:
        schema["default"] = becomes
        what = f"`default` is {describe(value)}, the type is {_named(kinds)}"
        return "default", f"{what}; taken as {becomes!r}"
    set_aside(schema, "default")
    what = f"`default` is {describe(value)}, the type is {_named(kinds)}"
    return "default", f"{what}; left out, and kept under {EXTRA}"


def _folded(value: Any) -> str:
    return value.casefold() if isinstance(value, str) else ""


def _const(finder: Finder, schema: Schema, path: Path) -> Found:
    value, kinds = schema["const"], _kinds(schema)
    if _fits(value, kinds):
        return None
    becomes = _convert(value, schema, finder.written((path, "const")))
    what = f"`const` is {describe(value)}, the type is {_named(kinds)}"
    if becomes is _MISSING:
        schema["type"] = _kind_of(value)
        return "const", f"{what}; the type is taken as {schema['type']!r}"
    schema["const"] = becomes
    return "const", f"{what}; taken as {becomes!r}"


def _required(finder: Finder, schema: Schema, path: Path) -> Found:
    names = schema["required"]
    if len(set(names)) == len(names):
        return None
    schema["required"] = list(dict.fromkeys(names))
    return "required", "`required` names a property twice; taken once"


def _bounds(finder: Finder, schema: Schema, path: Path) -> Found:
    for low, high in _PAIRS:
        if low in schema and high in schema and schema[low] > schema[high]:
            what = f"`{low}` is {schema[low]}, more than `{high}` {schema[high]}"
            set_aside(schema, low)
            set_aside(schema, high)
            return low, f"{what}; both are kept under {EXTRA}"
    return None


def _negative(finder: Finder, schema: Schema, path: Path) -> Found:
    for key in _COUNTS:
        if schema.get(key, 0) < 0:
            what = f"`{key}` is {schema[key]}"
            set_aside(schema, key)
            return key, f"{what}; kept under {EXTRA}"
    if schema.get("multipleOf", 1) <= 0:
        what = f"`multipleOf` is {schema['multipleOf']}"
        set_aside(schema, "multipleOf")
        return "multipleOf", f"{what}; kept under {EXTRA}"
    return None


def _pattern(finder: Finder, schema: Schema, path: Path) -> Found:
    pattern = schema["pattern"]
    becomes = translate(pattern)
    if becomes == pattern:
        return None
    if becomes is None:
        set_aside(schema, "pattern")
        return "pattern", f"{pattern!r} is no regular expression; kept under {EXTRA}"
    schema["pattern"] = becomes
    return "pattern", f"the pattern {pattern!r} is of another dialect; taken as {becomes!r}"


def _format(finder: Finder, schema: Schema, path: Path) -> Found:
    given = schema["format"]
    if given in _FORMATS:
        schema["format"] = _FORMATS[given]
        return "format", f"the format {given!r} is taken as {schema['format']!r}"
    return None


def _unions(finder: Finder, schema: Schema, path: Path) -> Found:
    for key in ("allOf", "anyOf", "oneOf", "prefixItems"):
        if schema.get(key) == []:
            del schema[key]
            return key, f"`{key}` is empty; left out"
    return None


_TYPE = Row("type-word", _type, "JSON Schema has string, number, integer, boolean, array, object")
SCHEMAS: tuple[tuple[Row, frozenset[str]], ...] = (
    (Row("enum-type", _enum_types), frozenset({"enum"})),
    (Row("enum-duplicate", _enum_twice), frozenset({"enum"})),
    (Row("const-type", _const), frozenset({"const"})),
    (Row("default-type", _default), frozenset({"default"})),
    (Row("required-duplicate", _required), frozenset({"required"})),
    (Row("bounds-crossed", _bounds), frozenset(low for low, _ in _PAIRS)),
    (Row("bound-negative", _negative), frozenset({*_COUNTS, "multipleOf"})),
    (Row("pattern-dialect", _pattern), frozenset({"pattern"})),
    (Row("format-spelling", _format), frozenset({"format"})),
    (Row("union-empty", _unions), frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})),
)
"""What to look for, and the keywords of which a schema must have one."""
_WATCHED = frozenset().union(*(keywords for _, keywords in SCHEMAS))
