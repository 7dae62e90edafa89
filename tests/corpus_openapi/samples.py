"""Values that fit the schemas of a normal form: JSON Schema as descriptions of APIs use it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from differential.patterns import fitting
from differential.spec import Spec

DEEPEST = 6
"""Objects inside objects beyond which only what is required is there."""
_TEXTS = {
    "date": "2024-02-29",
    "date-time": "2024-02-29T12:34:56Z",
    "time": "12:34:56Z",
    "email": "someone@example.com",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "dGV4dA==",
    "duration": "PT1H",
    "hostname": "example.com",
}
TIMES = [_TEXTS[one] for one in ("date", "date-time", "time", "duration")]

Schema = Mapping[str, Any]


class Samples:
    """Makes values for one API: all properties of the outermost object, then what is required.

    Args:
        spec: The API.
        answers: Make what the server sends, with what is read-only, and not what it takes.
    """

    def __init__(self, spec: Spec, *, answers: bool = False) -> None:
        self._spec = spec
        self._answers = answers

    def value(self, schema: Any, depth: int = 0) -> Any:
        """Return a value that fits a schema."""
        flat = self.flat(schema)
        if "const" in flat:
            return flat["const"]
        if flat.get("enum"):
            return next((one for one in flat["enum"] if one is not None), None)
        match self._kind(flat):
            case "object":
                return self._object(flat, depth)
            case "array":
                size = max(flat.get("minItems", 0), 0 if depth > DEEPEST else 1)
                return [self.value(flat.get("items", {}), depth + 1) for _ in range(size)]
            case "integer" | "number" as kind:
                return _number(flat, whole=kind == "integer")
            case "boolean":
                return True
            case "null":
                return None
            case _:
                return _text(flat)

    def flat(self, schema: Any) -> dict[str, Any]:
        """Merge references, ``allOf`` and the first variant into one schema."""
        if not isinstance(schema, dict):
            return {}
        schema = self._spec.resolve(schema)
        made = {key: item for key, item in schema.items() if key not in ("allOf", "oneOf", "anyOf")}
        parts = [*schema.get("allOf", ())]
        for key in ("oneOf", "anyOf"):
            variants = [one for one in schema.get(key, ()) if one.get("type") != "null"]
            parts += variants[:1]
        for part in map(self.flat, parts):
            properties = {**part.get("properties", {}), **made.get("properties", {})}
            required = [*made.get("required", ()), *part.get("required", ())]
            made = {**part, **made}
            made.update({"properties": properties} if properties else {})
            made.update({"required": required} if required else {})
        return made

    def _object(self, schema: Schema, depth: int) -> dict[str, Any]:
        required = schema.get("required", ())
        made = {}
        for name, inner in schema.get("properties", {}).items():
            flat = self.flat(inner)
            wanted = name in required or (
                depth == 0 and self._kind(flat) not in ("object", "array")
            )
            if wanted and (self._answers or not flat.get("readOnly")):
                made[name] = self.value(inner, depth + 1)
        for name in required:
            if name not in schema.get("properties", {}):
                made[name] = self.value(schema.get("additionalProperties", {}), depth + 1)
        return made

    @staticmethod
    def _kind(schema: Schema) -> str:
        kinds = schema.get("type")
        if isinstance(kinds, list):
            kinds = next((one for one in kinds if one != "null"), "null")
        if kinds is None and (schema.get("properties") or "additionalProperties" in schema):
            return "object"
        return "array" if kinds is None and "items" in schema else str(kinds or "string")


def _number(schema: Schema, *, whole: bool) -> float:
    least = schema.get("minimum", schema.get("exclusiveMinimum", -1) + 1)
    value = max(least, 1) if schema.get("maximum", 1) >= 1 else least
    step = schema.get("multipleOf")
    value = step * -(-value // step) if step else value
    return int(value) if whole else value


def _text(schema: Schema) -> str:
    text = _TEXTS.get(str(schema.get("format")), "text")
    if "pattern" in schema:
        return fitting(schema["pattern"], text)
    text = text.ljust(schema.get("minLength", 0), "x")
    return text[: schema["maxLength"]] if "maxLength" in schema else text
