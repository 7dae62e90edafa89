"""Schemas of Swagger 2.0 and OpenAPI 3.0, rewritten in place to JSON Schema 2020-12."""

from __future__ import annotations

from typing import Any

BINARY = "application/octet-stream"
DEFAULT_MAPPING = "x-specmill-default-mapping"
"""``defaultMapping`` of OpenAPI 3.2 in the normal form."""
_BOUNDS = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))
_UNIONS = ("oneOf", "anyOf")
_OPEN_VALUES = "x-extensible-enum"
_REWRITTEN = frozenset(
    {"exclusiveMinimum", "exclusiveMaximum", "example", "format", "allOf", _OPEN_VALUES, *_UNIONS}
)
OTHERWISE = _REWRITTEN | {"nullable", "discriminator"}
"""Keywords that OpenAPI 3.0 or 3.2 writes otherwise than the normal form."""
_NOTES = frozenset({"title", "description", "default", "example", "deprecated"})
NULL_MEMBER = "a member of the union says only that it may be null; taken as null"
"""What is said where :func:`modernize` finds one."""


def modernize(schema: dict[str, Any], *, nullable: str = "nullable") -> bool:
    """Rewrite what 2020-12 says otherwise: nullable, exclusive bounds, example, byte and binary.

    ``nullable`` is the keyword that the family uses for it. Tells whether a member of a union had
    nothing but that: by the letter it would be any value, and the others were in vain.
    """
    if nullable not in schema and _REWRITTEN.isdisjoint(schema):
        return False
    has_union = "oneOf" in schema or "anyOf" in schema
    null_members = has_union and _read_null_members(schema, nullable)
    if "allOf" in schema:
        _read_null_parts(schema, nullable)
    for exclusive, bound in _BOUNDS:
        flag = schema.get(exclusive)
        if type(flag) is not bool:
            continue
        del schema[exclusive]
        if flag and bound in schema:
            schema[exclusive] = schema.pop(bound)
    if "example" in schema:
        example = schema.pop("example")
        examples = schema.get("examples", [])
        schema["examples"] = examples if example in examples else [example, *examples]
    kind = schema.get("format")
    if kind == "byte" and _is_text(schema):
        del schema["format"]
        schema.setdefault("contentEncoding", "base64")
    elif kind == "binary" and _is_text(schema):
        del schema["format"]
        schema.setdefault("contentMediaType", BINARY)
    if nullable in schema and schema.pop(nullable):
        _make_nullable(schema, nullable)
    if _OPEN_VALUES in schema:
        _read_open_values(schema)
    return null_members


def _read_null_members(schema: dict[str, Any], nullable: str) -> bool:
    """Let members of unions be null that say nothing else: ``{nullable: true}``, or an object of
    any kind beside references, by which apispec means the reference or null.
    """
    found = False
    for union in _UNIONS:
        members = [one for one in schema.get(union, ()) if isinstance(one, dict)]
        meanings: list[dict[str, Any]] = [{nullable: True}]
        any_object = {"type": "object", nullable: True}
        others = [one for one in members if one != any_object]
        if others and all("$ref" in one for one in others):
            meanings.append(any_object)
        for member in members:
            if member in meanings:
                del member[nullable]
                member["type"] = "null"
                found = True
    return found


def _read_null_parts(schema: dict[str, Any], nullable: str) -> None:
    """Write ``allOf: [A, {nullable: true}]``, by which zod means A or null, as ``nullable`` of all.

    By the letter a part that says nothing else would say nothing at all.
    """
    says_only_null = [_says_only_null(part, nullable) for part in schema["allOf"]]
    if not any(says_only_null) or all(says_only_null):
        return
    parts = list(zip(schema.pop("allOf"), says_only_null, strict=True))
    for part in [part for part, is_null in parts if is_null]:
        for key, value in part.items():
            schema.setdefault(key, value)
    schema["allOf"] = [part for part, is_null in parts if not is_null]


def _says_only_null(part: Any, nullable: str) -> bool:
    if not isinstance(part, dict) or part.get(nullable) is not True:
        return False
    return all(key in _NOTES or key.startswith("x-") for key in part.keys() - {nullable})


def _read_open_values(schema: dict[str, Any]) -> None:
    """Write an enumeration that may grow as JSON Schema does: some values, or any other text."""
    values, kinds = schema[_OPEN_VALUES], schema.get("type")
    told = [one for one in kinds if one != "null"] if isinstance(kinds, list) else [kinds]
    is_list = isinstance(values, list) and bool(values)
    if told != ["string"] or not is_list or not all(isinstance(one, str) for one in values):
        return
    if not {"enum", "const", "$ref", "allOf", "not", *_UNIONS}.isdisjoint(schema):
        return
    null = [{"type": "null"}] if told != [kinds] and "null" in schema["type"] else []
    del schema[_OPEN_VALUES], schema["type"]
    plain = {key: schema.pop(key) for key in ("format",) if key in schema}
    known = {"type": "string", "enum": list(dict.fromkeys(values))}
    schema["anyOf"] = [known, {"type": "string", **plain}, *null]


def read_file(schema: dict[str, Any]) -> None:
    """Rewrite the type ``file``, which Swagger 2.0 alone has."""
    if schema.get("type") == "file":
        schema["type"] = "string"
        schema.setdefault("contentMediaType", BINARY)


def _is_text(schema: dict[str, Any]) -> bool:
    kind = schema.get("type")
    return kind is None or kind == "string" or (isinstance(kind, list) and "string" in kind)


def _make_nullable(schema: dict[str, Any], nullable: str) -> None:
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        schema["type"] = kinds if "null" in kinds else [*kinds, "null"]
        if "enum" in schema and None not in schema["enum"]:
            schema["enum"] = [*schema["enum"], None]
        return
    null = {"type": "null"}
    if "$ref" in schema:
        schema["anyOf"] = [{"$ref": schema.pop("$ref")}, null]
        return
    for union in _UNIONS:
        if union in schema:
            # Of two members of a `oneOf` that take null neither would count.
            if not any(_takes_null(member, nullable) for member in schema[union]):
                schema[union] = [*schema[union], null]
            return
    if "allOf" in schema:
        parts = schema.pop("allOf")
        whole = parts[0] if len(parts) == 1 else {"allOf": parts}
        schema["anyOf"] = [whole, null]
    elif "enum" in schema and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]


def _takes_null(schema: Any, nullable: str) -> bool:
    if not isinstance(schema, dict):
        return schema is True
    kinds = schema.get("type", ())
    return schema.get(nullable) is True or "null" in (kinds if isinstance(kinds, list) else [kinds])
