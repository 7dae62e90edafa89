"""Compares what the source has with what ``specmill inspect --json`` tells of the package."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from corpus_openapi.source import Source

Node = Mapping[str, Any]


def operations_complete(source: Source, inspected: Node) -> Iterator[str]:
    """Look for each operation of the source, and for each that the source has not."""
    wanted = Counter((method, _sent(path)) for method, path, _ in source.operations())
    own = (one for one in inspected["operations"] if "form_of" not in one)
    described = Counter((one["method"], one["path"]) for one in own)
    yield from (f"{method} {path}: no method" for method, path in wanted - described)
    yield from (f"{method} {path}: not of the source" for method, path in described - wanted)
    webhooks = source.webhooks()
    if webhooks > len(inspected["webhooks"]):
        yield f"{webhooks} webhooks, {len(inspected['webhooks'])} of them generated"


def parameters_complete(source: Source, inspected: Node) -> Iterator[str]:
    """Look for each parameter of each operation in the arguments of its method."""
    described: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for one in inspected["operations"]:
        named = {(each["in"], each["wire"]) for each in one["parameters"]}
        described[one["method"], one["path"]] |= named
    common = {("query", one["wire"]) for one in inspected["common_parameters"]}
    for method, path, parameters in source.operations():
        arguments = described[method, _sent(path)] | common
        for place, name in parameters:
            if (place, name) not in arguments:
                yield f"{method} {path}: no argument for {name} in {place}"


def headers_complete(source: Source, inspected: Node) -> Iterator[str]:
    """Look for each header that a response of the source declares."""
    described = {
        (one["method"], one["path"], status.lower(), header["wire"])
        for one in inspected["operations"]
        for header in one.get("response_headers", ())
        for status in header["statuses"]
    }
    for method, path, status, name in source.response_headers():
        if (method, _sent(path), status.lower(), name) not in described:
            yield f"{method} {path}: no header {name} of {status}"


def properties_complete(source: Source, inspected: Node) -> Iterator[str]:
    """Look for each property of each named schema in the fields of its model."""
    models = {one["wire"]: one for one in inspected["models"]}
    called = {one["name"]: one for one in inspected["models"]}
    for name, schema in source.schemas().items():
        declared = dict.fromkeys(source.properties(schema))
        model = models.get(re.sub(r"[^A-Za-z0-9._-]", "_", name))
        if model is None:
            yield f"{name}: no model"
            continue
        if schema.get("type") not in (None, "object") or "enum" in schema:
            continue  # its properties say nothing of a string, a list, or one of some values
        fields = set(_fields(model, called))
        yield from (f"{name}: no field for {one}" for one in declared if one not in fields)


def types_stated(root: Node, inspected: Node) -> Iterator[str]:
    """Look for the fields that may be anything although their schema states one type."""
    models = {one["wire"]: one for one in inspected["models"] if one["wire"]}
    for name, schema in root.get("components", {}).get("schemas", {}).items():
        model = models.get(name, {})
        declared = schema.get("properties", {}) if isinstance(schema, dict) else {}
        for one in model.get("fields", ()):
            said = declared.get(one["wire"])
            kind = said.get("type") if isinstance(said, dict) else None
            if kind and kind != "null" and one["type"] == "Any":
                yield f"{name}.{one['wire']}: {kind} is Any"


def _fields(model: Node, called: Mapping[str, Node]) -> Iterator[str]:
    """Give the fields of a model, or of the models of a union: each has those beside it, too."""
    yield from (one["wire"] for one in model.get("fields", ()))
    if model["kind"] == "alias":
        for name in re.findall(r"\w+", model["type"]):
            if name in called and called[name]["kind"] == "object":
                yield from _fields(called[name], called)


def _sent(path: str) -> str:
    """Return what of a path is path: fragments tell operations apart, queries are constants."""
    before, *rest = re.split(r"([?#])", path, maxsplit=1)
    if rest and rest[0] == "#" and "/{" in rest[1]:  # more of the path
        return f"{before}%23{rest[1]}"
    return re.sub(r"\{([\w.-]+):[^{}]*\}", r"{\1}", before) or "/"
