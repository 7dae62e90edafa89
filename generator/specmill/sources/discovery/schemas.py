"""Schemas of Discovery (JSON Schema draft 3 with Google's additions) to JSON Schema 2020-12."""

from __future__ import annotations

from typing import Any

from specmill.document import pointers
from specmill.document.shapes import EXTRA
from specmill.matching import matches

_FORMATS = {"google-datetime": "date-time"}
_SAME = ("description", "pattern", "title", "readOnly", "deprecated")
_KNOWN = {
    *("$ref", "type", "format", "description", "default", "required", "deprecated", "enum"),
    *("enumDescriptions", "enumDeprecated", "minimum", "maximum", "repeated", "properties"),
    *("additionalProperties", "items", "id", "annotations", "variant", "location", *_SAME),
}


_OF_ENUM = ("enumDescriptions", "enumDeprecated")


def schema_ref(name: str) -> str:
    """Write the ``$ref`` to one of the document's schemas."""
    return f"#/components/schemas/{pointers.escape(name)}"


def read_parameter(name: str, spec: dict[str, Any]) -> dict[str, Any]:
    """Normalize a parameter; lists repeat in the query, which is OpenAPI's default style."""
    parameter: dict[str, Any] = {"name": name, "in": spec.get("location", "query")}
    if spec.get("description"):
        parameter["description"] = spec["description"]
    if spec.get("required") or parameter["in"] == "path":
        parameter["required"] = True
    if spec.get("deprecated"):
        parameter["deprecated"] = True
    inner = {key: spec[key] for key in spec if key not in ("description", "deprecated")}
    parameter["schema"] = read_schema(inner)
    return parameter


def read_schema(spec: dict[str, Any], key: str = "") -> dict[str, Any]:
    """Normalize a schema; ``key`` is its name when it stands among the document's schemas."""
    schema: dict[str, Any] = {}
    if "$ref" in spec:
        schema["$ref"] = schema_ref(spec["$ref"])
    kind = spec.get("type")
    if kind is not None and kind != "any":
        schema["type"] = kind
    _format(spec, schema)
    for same in _SAME:
        if spec.get(same):
            schema[same] = spec[same]
    _values(spec, schema)
    if "items" in spec:
        schema["items"] = read_schema(spec["items"])
    if "properties" in spec:
        _properties(spec["properties"], schema)
    if "additionalProperties" in spec:
        schema["additionalProperties"] = read_schema(spec["additionalProperties"])
    if "variant" in spec:
        _variant(spec["variant"], schema)
    _extra(spec, schema, key)
    return _repeated(schema) if spec.get("repeated") else schema


def _properties(properties: dict[str, Any], schema: dict[str, Any]) -> None:
    schema["properties"] = {name: read_schema(item) for name, item in properties.items()}
    required = [name for name, item in properties.items() if item.get("required")]
    if required:
        schema["required"] = required


def _values(spec: dict[str, Any], schema: dict[str, Any]) -> None:
    if "enum" in spec:
        _enum(spec, schema)
    for bound in ("minimum", "maximum"):
        if bound in spec:
            _number(schema, bound, spec[bound])
    if "default" in spec:
        _default(spec, schema)


def _format(spec: dict[str, Any], schema: dict[str, Any]) -> None:
    given = spec.get("format")
    if given == "byte":
        schema["contentEncoding"] = "base64url"
    elif given is not None:
        schema["format"] = _FORMATS.get(given, given)


def _enum(spec: dict[str, Any], schema: dict[str, Any]) -> None:
    values = spec["enum"]
    schema["enum"] = list(dict.fromkeys(values))
    about: dict[str, dict[str, Any]] = {}
    for index, value in enumerate(values):
        entry: dict[str, Any] = {}
        for field, name in zip(_OF_ENUM, ("description", "deprecated"), strict=True):
            facts = spec.get(field, ())
            if index < len(facts) and facts[index]:
                entry[name] = facts[index]
        if entry:
            about.setdefault(value, entry)
    if about:
        schema["x-specmill-enum"] = about


def _number(schema: dict[str, Any], key: str, value: Any) -> None:
    number = _parse_number(value)
    if number is None:
        schema.setdefault(EXTRA, {})[key] = value
    else:
        schema[key] = number


def _parse_number(value: Any) -> int | float | None:
    if not isinstance(value, str):
        return value if isinstance(value, int | float) else None
    for convert in (int, float):
        try:
            number = convert(value)
        except ValueError:
            continue
        return number if abs(number) < 2**64 else None
    return None


def _default(spec: dict[str, Any], schema: dict[str, Any]) -> None:
    """Read a default, written as a string whatever the type; one that does not fit is kept."""
    value, kind = spec["default"], spec.get("type")
    if kind == "boolean" and value in ("true", "false"):
        value = value == "true"
    elif kind in ("integer", "number"):
        number = _parse_number(value)
        if number is None:
            schema.setdefault(EXTRA, {})["default"] = value
            return
        value = number
    elif "pattern" in spec and not _fits(value, spec["pattern"]):
        schema.setdefault(EXTRA, {})["default"] = value
        return
    schema["default"] = value


def _fits(value: Any, pattern: str) -> bool:
    """Tell whether a default matches the pattern beside it; where that is not known, it does."""
    return not isinstance(value, str) or matches(pattern, value) is not False


def _variant(variant: dict[str, Any], schema: dict[str, Any]) -> None:
    mapping = {entry["type_value"]: schema_ref(entry["$ref"]) for entry in variant["map"]}
    schema["oneOf"] = [{"$ref": ref} for ref in dict.fromkeys(mapping.values())]
    schema["discriminator"] = {"propertyName": variant["discriminant"], "mapping": mapping}


def _extra(spec: dict[str, Any], schema: dict[str, Any], key: str) -> None:
    extra: dict[str, Any] = {}
    if "id" in spec and spec["id"] != key:
        extra["id"] = spec["id"]
    if "annotations" in spec:
        extra["annotations"] = spec["annotations"]
    if "enum" not in spec:
        extra |= {name: spec[name] for name in _OF_ENUM if name in spec}
    for name, value in spec.items():
        if name == EXTRA:
            extra |= value
        elif name not in _KNOWN:
            schema[name] = value
    if extra:
        schema[EXTRA] = schema.get(EXTRA, {}) | extra


def _repeated(schema: dict[str, Any]) -> dict[str, Any]:
    listed: dict[str, Any] = {"type": "array", "items": schema}
    for key in ("description", "deprecated", "readOnly"):
        if key in schema:
            listed[key] = schema.pop(key)
    if "default" in schema:
        listed["default"] = [schema.pop("default")]
    return listed
