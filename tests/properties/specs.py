"""Random component schemas: what specs are made of, in random combinations."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

NAMES = ["Alpha", "Beta", "Gamma", "NullableAlpha"]
PROPERTIES = ["id", "name", "createTime", "class", "x-rate", "items", "tuple", "_self", "Größe"]
PATTERNS = ["^[a-z]*$", "^x-"]
TEXT_FORMATS = ["date-time", "date", "uuid", "int64", "email", "duration", "byte"]

Schema = dict[str, Any]


def references() -> st.SearchStrategy[Schema]:
    """Return a reference to one of the components."""
    return st.sampled_from(NAMES).map(lambda name: {"$ref": f"#/components/schemas/{name}"})


@st.composite
def numbers(draw: st.DrawFn) -> Schema:
    """Draw an integer or a number, with bounds or without."""
    schema: Schema = {"type": draw(st.sampled_from(["integer", "number"]))}
    if draw(st.booleans()):
        least = draw(st.integers(-5, 5))
        schema["minimum"] = least
        schema["maximum"] = least + draw(st.integers(1, 9))
    return schema


@st.composite
def texts(draw: st.DrawFn) -> Schema:
    """Draw a string, with a format, bounds or a pattern, or plain."""
    kind = draw(st.sampled_from(["plain", "format", "bounds", "pattern"]))
    schema: Schema = {"type": "string"}
    if kind == "format":
        schema["format"] = draw(st.sampled_from(TEXT_FORMATS))
    elif kind == "bounds":
        schema["minLength"] = draw(st.integers(0, 3))
        schema["maxLength"] = schema["minLength"] + draw(st.integers(0, 3))
    elif kind == "pattern":
        schema["pattern"] = draw(st.sampled_from(PATTERNS))
    return schema


SCALARS = st.one_of(st.text(max_size=4), st.integers(-3, 3), st.booleans(), st.none())
ENUMS = st.lists(st.one_of(SCALARS, st.sampled_from([1.5, -0.25])), min_size=1, max_size=4)
CONSTANTS = st.one_of(
    SCALARS,
    st.sampled_from([1.5, [1, "a"], {"a": 1}, [], {}]),
)


def _distinct(values: list[Any]) -> list[Any]:
    seen: dict[tuple[str, str], Any] = {}
    for value in values:
        seen.setdefault((type(value).__name__, str(value)), value)
    return list(seen.values())


LEAVES = st.one_of(
    numbers(),
    texts(),
    texts(),
    st.just({"type": "boolean"}),
    st.just({"type": "null"}),
    st.just({}),
    ENUMS.map(lambda values: {"enum": _distinct(values)}),
    CONSTANTS.map(lambda value: {"const": value}),
)


@st.composite
def arrays(draw: st.DrawFn, inner: st.SearchStrategy[Schema]) -> Schema:
    """Draw a list or a tuple."""
    if draw(st.booleans()):
        schema: Schema = {"type": "array", "items": draw(inner)}
        if draw(st.booleans()):
            schema["maxItems"] = draw(st.integers(1, 3))
        return schema
    prefix = draw(st.lists(inner, min_size=1, max_size=3))
    schema = {"type": "array", "prefixItems": prefix, "items": draw(st.just(False) | inner)}
    if draw(st.booleans()):
        schema["minItems"] = len(prefix)
    return schema


@st.composite
def objects(draw: st.DrawFn, inner: st.SearchStrategy[Schema]) -> Schema:
    """Draw an object with properties, open, closed or typed beyond those."""
    names = draw(st.lists(st.sampled_from(PROPERTIES), unique=True, max_size=4))
    schema: Schema = {"type": "object", "properties": {name: draw(inner) for name in names}}
    required = [name for name in names if draw(st.booleans())]
    if required:
        schema["required"] = required
    others = draw(st.one_of(st.none(), st.none(), st.just(False), st.just(True), inner))
    if others is not None:
        schema["additionalProperties"] = others
    if len(names) > 1 and draw(st.integers(0, 3)) == 0:
        schema["dependentRequired"] = {names[0]: [names[1]]}
    return schema


def maps(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Return a map, by names or by a pattern."""
    by_name = inner.map(lambda value: {"type": "object", "additionalProperties": value})
    by_pattern = inner.map(
        lambda value: {
            "type": "object",
            "patternProperties": {"^x-": value},
            "additionalProperties": False,
        }
    )
    return by_name | by_pattern


def unions(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Return an ``anyOf``, or a type that may be null."""
    some = st.lists(inner, min_size=1, max_size=3).map(lambda members: {"anyOf": members})
    nullable = st.sampled_from(["string", "integer", "boolean"]).map(
        lambda kind: {"type": [kind, "null"]}
    )
    return some | nullable


def nested(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Return what holds other schemas."""
    return st.one_of(objects(inner), arrays(inner), maps(inner), unions(inner))


SCHEMAS = st.recursive(LEAVES | references(), nested, max_leaves=4)


@st.composite
def components(draw: st.DrawFn) -> dict[str, Schema]:
    """Draw the components of a document; the first is an object, the third may extend it, and the
    fourth is the first or null.

    ``Holder`` has a property of each, and a list of the fourth.
    """
    first = draw(objects(SCHEMAS))
    second = draw(st.one_of(objects(SCHEMAS), nested(SCHEMAS), LEAVES))
    third = draw(st.one_of(objects(SCHEMAS), st.just(None)))
    if third is None:
        first.pop("additionalProperties", None)
        base = {"$ref": "#/components/schemas/Alpha"}
        own = {"type": "object", "properties": {"own": draw(SCHEMAS)}, "required": ["own"]}
        third = {"allOf": [base, own]}
    if second.get("type") == "object" and draw(st.booleans()):
        second = {**second, "type": ["object", "null"]}
    fourth = {**first, "type": ["object", "null"]}
    holder: Schema = {name: {"$ref": f"#/components/schemas/{name}"} for name in NAMES}
    holder["several"] = {"type": "array", "items": holder["NullableAlpha"], "minItems": 1}
    return {
        **dict(zip(NAMES, (first, second, third, fourth), strict=True)),
        "Holder": {"type": "object", "properties": holder},
    }


def document(schemas: dict[str, Schema]) -> Schema:
    """Return a document with these components and nothing else."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Random", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
