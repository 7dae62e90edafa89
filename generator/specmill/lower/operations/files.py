"""Files among parts and bodies, asked of a schema without null, arrays and alternatives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.document.discovery_shapes import is_http_body
from specmill.lower.keywords import is_annotation
from specmill.lower.media_types import body_kind, is_undecided
from specmill.lower.schemas import Schemas
from specmill.model.operations import BodyKind
from specmill.values import dataclass

_UNIONS = ("oneOf", "anyOf")
_NO_TEXT = ("object", "array", "integer", "number", "boolean")
_DEEPEST = 6
"""Unions in unions and arrays in arrays that are looked into."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """What a value may be, null aside."""

    schema: Any
    """As it is written, with what stands beside the union that it is of."""
    pointer: str
    flat: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Files:
    """Tells files from other values of one document."""

    schemas: Schemas

    def is_file(self, schema: Any, told: str = "") -> bool:
        """Tell whether all that a value may be is raw bytes.

        Args:
            schema: The value's.
            told: The media types of an Encoding Object; empty for none.
        """
        if self._declares_other(schema):
            return False
        found = [*self.alternatives(schema)]
        return bool(found) and all(_is_file(one.flat, told) for one in found)

    def is_octets(self, schema: Any) -> bool:
        """Tell whether a body is bytes as they are: a file, or a google.api.HttpBody."""
        if not isinstance(schema, dict) or not schema:
            return False
        return self.is_http_body(schema) or self.is_file(schema)

    def is_http_body(self, schema: Any) -> bool:
        """Tell whether a schema is google.api.HttpBody, by which gateways say: any body."""
        if not isinstance(schema, dict):
            return False
        fields = self.schemas.flatten(schema).get("properties", ())
        if "$ref" not in schema:  # some write its fields in its place
            return is_http_body("HttpBody", fields) and "extensions" in fields
        return is_http_body(str(schema["$ref"]), fields)

    def is_unsaid(self, media_type: str, schema: Any) -> bool:
        """Tell whether neither a media type nor its schema says what a body is.

        A google.api.HttpBody does not, nor does a message that has nothing else: "the raw HTTP body
        is bound to this field".
        """
        if not is_undecided(media_type):
            return False
        flat = self.schemas.flatten(schema)
        fields = [*flat.get("properties", {}).values()]
        is_message = self.is_http_body(schema) or (len(fields) == 1 and self.is_http_body(*fields))
        return is_message or is_free(flat)

    def is_list(self, schema: Any, told: str = "") -> bool:
        """Tell whether all that a value may be are lists of files."""
        found = [*self.alternatives(schema)]
        return bool(found) and all(self._is_list(one.flat, told, 0) for one in found)

    def has_file(self, schema: Any, told: str = "") -> bool:
        """Tell whether a value may be a file or a list of them, also as nothing says what it is."""
        return any(
            is_free(one.flat)
            or _is_file(one.flat, told)
            or (one.flat.get("type") == "array" and self.has_file(one.flat.get("items", {}), told))
            for one in self.alternatives(schema)
        )

    def _declares_other(self, schema: Any) -> bool:
        """Tell, without merging anything, whether a schema or its reference has no text's type."""
        if isinstance(schema, dict) and "$ref" in schema:
            schema = self.schemas.document.resolve(schema["$ref"])
        return isinstance(schema, dict) and schema.get("type") in _NO_TEXT

    def _is_list(self, flat: Mapping[str, Any], told: str, depth: int) -> bool:
        is_array = flat.get("type") == "array" and depth < _DEEPEST
        return is_array and "items" in flat and self.is_file(flat["items"], told)

    def alternatives(self, schema: Any, pointer: str = "") -> Iterator[Alternative]:
        """Yield what a value may be, null aside; what several unions have in common once."""
        yield from self._alternatives(schema, pointer, 0, set())

    def _alternatives(
        self, schema: Any, pointer: str, depth: int, seen: set[tuple[str, str]]
    ) -> Iterator[Alternative]:
        flat = _of_one_type(self.schemas.flatten(schema))
        keyword = next((one for one in _UNIONS if one in flat), "")
        if not keyword or depth > _DEEPEST:
            if not _is_null(flat):
                yield Alternative(schema, pointer, flat)
            return
        shared = {
            key: value
            for key, value in flat.items()
            if key not in (keyword, "discriminator") and not is_annotation(key)
        }
        for index, member in enumerate(flat[keyword]):
            if isinstance(member, Mapping) and "$ref" in member:
                key = (repr(member), repr(shared) if shared else "")
                if key in seen:
                    continue
                seen.add(key)
            whole = {**shared, "allOf": [member]} if shared else member
            yield from self._alternatives(whole, f"{pointer}/{keyword}/{index}", depth + 1, seen)


def allows_null(flat: Mapping[str, Any]) -> bool:
    """Tell whether a schema, merged, says that a value may be null."""
    kinds = flat.get("type", ())
    if kinds == "null" or (isinstance(kinds, list) and "null" in kinds):
        return True
    members = (member for keyword in _UNIONS for member in flat.get(keyword, ()))
    return any(isinstance(member, dict) and allows_null(member) for member in members)


def is_free(flat: Mapping[str, Any]) -> bool:
    """Tell whether a schema says nothing of a value."""
    return all(map(is_annotation, flat))


def is_told_binary(told: str) -> bool:
    """Tell whether one of some media types, with commas between them, is neither text nor JSON."""
    kinds = (one.strip() for one in told.split(","))
    return any(body_kind(one) is BodyKind.BINARY for one in kinds if one)


def _is_file(flat: Mapping[str, Any], told: str) -> bool:
    """Tell whether a value is raw bytes; base64 is text, whatever it is the text of."""
    if "contentEncoding" in flat or {"enum", "const"} & flat.keys():
        return False
    says = {keyword for keyword in flat if not is_annotation(keyword)} - {"contentMediaType"}
    if not says and not told and "contentMediaType" not in flat:
        return False
    if says and flat.get("type") != "string":
        return False
    if flat.get("format") == "binary":
        return True
    is_plain = not says or (flat.get("type") == "string" and "format" not in flat)
    content = str(flat.get("contentMediaType", ""))
    return is_plain and (content == "*/*" or is_told_binary(content or told))


def _is_null(flat: Mapping[str, Any]) -> bool:
    values = [flat["const"]] if "const" in flat else flat.get("enum", ())
    return flat.get("type") in ("null", ["null"]) or [*values] == [None]


def _of_one_type(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave null out of a list of types, and forget types that are several."""
    declared = schema.get("type")
    if not isinstance(declared, list):
        return schema
    kinds = [kind for kind in declared if kind != "null"]
    return {**schema, "type": kinds[0] if len(kinds) == 1 else kinds or "null"}
