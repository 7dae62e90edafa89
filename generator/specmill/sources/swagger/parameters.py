"""Parameters, headers and form fields of Swagger 2.0 to OpenAPI 3.1."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any

from specmill.document.shapes import EXTRA
from specmill.sources.repairs.schemas import BINARY, modernize, read_file

MULTIPART = "multipart/form-data"
URLENCODED = "application/x-www-form-urlencoded"

_OF_SCHEMA = (
    *("type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum"),
    *("exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems"),
    *("uniqueItems", "enum", "multipleOf", "x-nullable", "x-extensible-enum"),
)
_QUERY_STYLES = {
    "csv": ("form", False),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}

_OTHER_STYLES = {"ssv": "spaceDelimited", "tsv": "tabDelimited", "pipes": "pipeDelimited"}
"""Styles that OpenAPI has for the query alone, or not at all."""


_MAP = re.compile(r"(.+)\[(?:string|integer|boolean)\]")
"""A field that is a map, as grpc-gateway names its parameter: the type of its keys in brackets."""

_ITEM_STYLES = {"csv": "form", **_OTHER_STYLES}
ITEM_STYLES = "x-specmill-item-styles"
"""How the arrays in an array are written, the outer ones first."""


def read_value(spec: dict[str, Any], told: Container[str] = ("csv",)) -> dict[str, Any]:
    """Take the schema out of a parameter, header, form field or items object.

    Separators of the arrays in it that are not ``told`` otherwise are kept.
    """
    schema = {key: spec[key] for key in _OF_SCHEMA if key in spec}
    if isinstance(schema.get("items"), dict):
        inner = schema["items"]
        rest = {key: inner[key] for key in inner if key not in _OF_SCHEMA}
        separator = rest.pop("collectionFormat", "csv")
        schema["items"] = {**read_value(inner, told), **rest}
        if separator not in told:
            _keep_separator(schema["items"], separator)
    read_file(schema)
    modernize(schema, nullable="x-nullable")
    return schema


def map_name(spec: dict[str, Any]) -> str:
    """Return the name of a parameter that stands for all keys of a map; empty for any other."""
    found = _MAP.fullmatch(spec.get("name", "")) if spec.get("in") == "query" else None
    return found[1] if found and spec.get("type") not in (None, "array") else ""


def read_parameter(spec: dict[str, Any]) -> dict[str, Any]:
    """Normalize a path, query or header parameter."""
    parameter = {key: spec[key] for key in spec if key not in _OF_SCHEMA}
    separator = parameter.pop("collectionFormat", "csv")
    if spec.get("type") == "array":
        _style(parameter, spec["in"], separator)
        parameter.update(_of_items(spec))
    elif separator != "csv":
        _keep_separator(parameter, separator)
    parameter["schema"] = {**spec.get("schema", {}), **read_value(spec, _ITEM_STYLES)}
    if name := map_name(spec):
        parameter |= {"name": name, "style": "deepObject", "explode": True}
        parameter["schema"] = {"type": "object", "additionalProperties": parameter["schema"]}
    return parameter


def _style(parameter: dict[str, Any], place: str, separator: str) -> None:
    if place == "query" and separator in _QUERY_STYLES:
        style, explode = _QUERY_STYLES[separator]
        if style != "form":
            parameter["style"] = style
        if (style, explode) != ("form", True):
            parameter["explode"] = explode
        return
    if place == "query":
        parameter["explode"] = False
    if separator in _OTHER_STYLES:
        parameter["x-specmill-style"] = _OTHER_STYLES[separator]
    elif separator != "csv":
        _keep_separator(parameter, separator)


def _of_items(spec: dict[str, Any]) -> dict[str, list[str]]:
    """Return how the arrays in an array are written, as far as a style stands for that."""
    styles: list[str] = []
    inner = spec.get("items", {})
    while inner.get("type") == "array" and inner.get("collectionFormat", "csv") in _ITEM_STYLES:
        styles.append(_ITEM_STYLES[inner.get("collectionFormat", "csv")])
        inner = inner.get("items", {})
    return {ITEM_STYLES: styles} if styles else {}


def _keep_separator(holder: dict[str, Any], separator: str) -> None:
    """Keep a separator that no style of OpenAPI stands for."""
    holder[EXTRA] = {**holder.get(EXTRA, {}), "collectionFormat": separator}


def read_header(spec: dict[str, Any]) -> dict[str, Any]:
    """Normalize a response header."""
    header = {key: spec[key] for key in spec if key not in _OF_SCHEMA}
    separator = header.pop("collectionFormat", "csv")
    if separator != "csv":
        _keep_separator(header, separator)
    header["schema"] = read_value(spec)
    return header


def forms_of(consumes: list[str]) -> list[str]:
    """Return which of some media types carry the fields of a form."""
    kinds = {kind.partition(";")[0].strip().lower() for kind in consumes}
    return [kind for kind in (MULTIPART, URLENCODED) if kind in kinds]


def read_form(fields: list[dict[str, Any]], consumes: list[str]) -> dict[str, Any]:
    """Gather form fields into a request body; a file makes it multipart."""
    properties: dict[str, Any] = {}
    encoding: dict[str, Any] = {}
    for spec in fields:
        schema = {**spec.get("schema", {}), **read_value(spec, _ITEM_STYLES)}
        separator = spec.get("collectionFormat", "csv")
        extra = dict(spec.get(EXTRA, {}))
        if spec.get("type") == "array":
            encoding[spec["name"]] = {**_encoding(separator, extra), **_of_items(spec)}
        if "allowEmptyValue" in spec:
            extra["allowEmptyValue"] = spec["allowEmptyValue"]
        if spec.get("description"):
            schema["description"] = spec["description"]
        schema.update({key: spec[key] for key in spec if key.startswith("x-") and key != EXTRA})
        schema.pop("x-nullable", None)
        if extra:
            schema[EXTRA] = extra
        properties[spec["name"]] = schema
    form: dict[str, Any] = {"type": "object", "properties": properties}
    required = [spec["name"] for spec in fields if spec.get("required")]
    if required:
        form["required"] = required
    media_types = forms_of(consumes)
    if any(_has_files(spec) for spec in fields):
        media_types = [MULTIPART]
    content: dict[str, Any] = {}
    for kind in media_types or [URLENCODED]:
        content[kind] = {"schema": form}
        if encoding:
            content[kind]["encoding"] = encoding
    body: dict[str, Any] = {"content": content}
    if required:
        body["required"] = True
    return body


def _has_files(spec: dict[str, Any]) -> bool:
    """Tell whether a field of a form is a file or a list of files."""
    return "file" in (spec.get("type"), spec.get("items", {}).get("type"))


def _encoding(separator: str, extra: dict[str, Any]) -> dict[str, Any]:
    """Return how a field that is a list travels; ``extra`` takes a separator that nobody knows."""
    style, explode = _QUERY_STYLES.get(separator, ("form", False))
    encoding = {"style": style, "explode": explode}
    if separator in _QUERY_STYLES:
        return encoding
    if separator in _OTHER_STYLES:
        return {**encoding, "x-specmill-style": _OTHER_STYLES[separator]}
    extra["collectionFormat"] = separator
    return encoding


def read_body(spec: dict[str, Any], consumes: list[str]) -> dict[str, Any]:
    """Normalize a body parameter."""
    schema = spec.get("schema", {})
    body: dict[str, Any] = {}
    if spec.get("description"):
        body["description"] = spec["description"]
    if spec.get("required"):
        body["required"] = True
    body["content"] = {kind: {"schema": schema} for kind in consumes}
    body.update({key: spec[key] for key in spec if key.startswith("x-") and key != EXTRA})
    extra = dict(spec.get(EXTRA, {}))
    if spec["name"] != "body":
        extra["name"] = spec["name"]
    if extra:
        body[EXTRA] = extra
    return body


def read_response(
    spec: dict[str, Any], produces: list[str], *, declared: bool = True
) -> dict[str, Any]:
    """Normalize a response; ``declared`` tells whether the source itself names media types."""
    response: dict[str, Any] = {"description": spec.get("description", "")}
    if "headers" in spec:
        response["headers"] = {name: read_header(spec["headers"][name]) for name in spec["headers"]}
    examples = spec.get("examples", {})
    if "schema" in spec:
        schema = spec["schema"]
        is_file = schema.get("contentMediaType") == BINARY
        kinds = produces if declared or not is_file else [BINARY]
        response["content"] = {kind: {"schema": schema} for kind in kinds}
    for kind, example in examples.items():
        content = response.setdefault("content", {})
        entry = content.setdefault(kind, {"schema": spec["schema"]} if "schema" in spec else {})
        entry["example"] = example
    response.update({key: spec[key] for key in spec if key.startswith("x-")})
    return response
