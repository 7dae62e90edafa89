"""A Discovery document as plain facts, read here independently of the generator."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from differential.spec import Operation, Parameter, Schema, Spec

Node = Mapping[str, Any]

_FORMATS = {"google-datetime": "date-time"}
_KEPT = ("type", "format", "pattern", "enum", "$ref")


def read(document: Node) -> Spec:
    """Return the operations of a document in its order, those of the root first."""
    common = tuple(_parameters(document.get("parameters", {})))
    schemas = {name: _schema(node) for name, node in document.get("schemas", {}).items()}
    operations = tuple(_operations(document, document, ()))
    return Spec({"schemas": schemas}, operations, common, document["rootUrl"].rstrip("/"))


def methods(node: Node, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Walk the methods below a resource, each with the names that lead to it."""
    for name, method in node.get("methods", {}).items():
        yield (*place, name), method
    for name, resource in node.get("resources", {}).items():
        yield from methods(resource, (*place, name))


def _operations(document: Node, node: Node, place: tuple[str, ...]) -> Iterator[Operation]:
    base = document.get("servicePath", "").strip("/")
    wrapped = "dataWrapper" in document.get("features", ())
    for names, method in methods(node, place):
        path = "/".join(part for part in (base, method["path"].lstrip("/")) if part)
        reserved = set(re.findall(r"\{\+([^}]+)\}", path))
        body = _schema(method["request"]) if "request" in method else None
        if body is not None and wrapped:
            body = {"type": "object", "properties": {"data": body}}
        yield Operation(
            method["id"],
            method["httpMethod"],
            "/" + path.replace("{+", "{"),
            tuple(_parameters(method.get("parameters", {}), reserved)),
            "application/json" if body is not None else "",
            body,
            headers=_headers(method),
            names=names,
        )


def _headers(method: Node) -> dict[str, str]:
    return {"x-goog-api-version": method["apiVersion"]} if "apiVersion" in method else {}


def _parameters(nodes: Node, reserved: Collection[str] = ()) -> Iterator[Parameter]:
    for name, node in nodes.items():
        place = node.get("location", "query")
        required = node.get("required", False) or place == "path"
        yield Parameter(name, place, required, _schema(node), name in reserved)


def _schema(node: Node) -> Schema:
    """Translate to JSON Schema what decides how a value is written."""
    schema: dict[str, Any] = {key: node[key] for key in _KEPT if key in node and node[key] != "any"}
    if "$ref" in schema:
        schema["$ref"] = f"#/schemas/{schema['$ref'].replace('~', '~0').replace('/', '~1')}"
    if schema.get("format") == "byte":
        del schema["format"]
        schema["contentEncoding"] = "base64url"
    elif "format" in schema:
        schema["format"] = _FORMATS.get(schema["format"], schema["format"])
    if "properties" in node:
        schema["properties"] = {name: _schema(inner) for name, inner in node["properties"].items()}
    for key in ("items", "additionalProperties"):
        if key in node:
            schema[key] = _schema(node[key])
    return {"type": "array", "items": schema} if node.get("repeated") else schema
