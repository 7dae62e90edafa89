"""Compares what the source has with what ``specmill inspect --json`` tells of the package."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from corpus_openapi.source import Source

Node = Mapping[str, Any]
_REST = re.compile(r"\{(?:\*+|\+)([\w.-]+)\}|\{([\w.-]+?)(?:[*+]|\.{3})\}")
"""Variables that stand for the rest of a path, as routers write them."""


def operations_complete(source: Source, inspected: Node) -> Iterator[str]:
    """Look for each operation of the source, and for each that the source has not."""
    wanted = Counter((method, _sent(path)) for method, path, _ in source.operations())
    own = (one for one in inspected["operations"] if "form_of" not in one)
    described = Counter(map(_key, own))
    yield from (f"{method} {path}: no method" for method, path in wanted - described)
    yield from (f"{method} {path}: not of the source" for method, path in described - wanted)
    webhooks = source.webhooks()
    if webhooks > len(inspected["webhooks"]):
        yield f"{webhooks} webhooks, {len(inspected['webhooks'])} of them generated"


def parameters_complete(source: Source, inspected: Node) -> Iterator[str]:
    """Look for each parameter of each operation in the arguments of its method."""
    described: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for one in inspected["operations"]:
        named = {(each["in"], _told(each["in"], each["wire"])) for each in one["parameters"]}
        described[_key(one)] |= named
    common = {("query", one["wire"]) for one in inspected["common_parameters"]}
    for method, path, parameters in source.operations():
        arguments = described[method, _sent(path)] | common
        for place, name in parameters:
            if (place, _told(place, name)) not in arguments:
                yield f"{method} {path}: no argument for {name} in {place}"


def _told(place: str, name: str) -> str:
    """Return a name without what two spellings of it may differ in (RFC 9110, section 5.1)."""
    return _short(name) if place == "path" else name.lower() if place == "header" else name


def bodies_complete(source: Source, inspected: Node) -> Iterator[str]:
    """Look for the body of each operation that is sent one, in each of its media types."""
    described: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in inspected["operations"]:
        if body := one["body"]:
            told = {body["media_type"], *body.get("alternatives", ())}
            described[_key(one)] |= told
    for method, path, media_types in source.bodies():
        told = described.get((method, _sent(path)))
        if not told:
            yield f"{method} {path}: no body"
        else:
            yield from (
                f"{method} {path}: no body of {one}" for one in media_types if one not in told
            )


def headers_complete(source: Source, inspected: Node) -> Iterator[str]:
    """Look for each header that a response of the source declares."""
    described = {
        (*_key(one), status.lower(), header["wire"])
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


class Stated:
    """Looks for types that may be anything although their schema states what they are."""

    def __init__(self, root: Node, inspected: Node) -> None:
        self.tried = 0
        """Places whose schema states a type: fields, items and values of them."""
        self._schemas = root.get("components", {}).get("schemas", {})
        self._models = {one["wire"]: one for one in inspected["models"] if one["wire"]}

    def findings(self) -> Iterator[str]:
        """Yield the places."""
        for name, schema in self._schemas.items():
            model = self._models.get(name, {})
            if model.get("kind") == "alias":
                yield from self._wrong(name, schema, model["type"])
            declared = schema.get("properties", {}) if isinstance(schema, dict) else {}
            for one in model.get("fields", ()):
                said = declared.get(one["wire"])
                yield from self._wrong(f"{name}.{one['wire']}", said, one["type"])

    def _wrong(self, place: str, schema: Any, spelled: str) -> Iterator[str]:
        spelled = spelled.removesuffix(" | None")
        if not _states(schema):
            return
        self.tried += 1
        if spelled == "Any":
            yield f"{place}: {schema.get('type', 'one of several types')} is Any"
        elif spelled.startswith("list[") and _is_whole(spelled):
            yield from self._wrong(f"{place}[]", schema.get("items"), spelled[5:-1])
        elif spelled.startswith("dict[str, ") and _is_whole(spelled):
            inner = schema.get("additionalProperties")
            if "patternProperties" not in schema:
                yield from self._wrong(f"{place}{{}}", inner, spelled[10:-1])


def _states(schema: Any) -> bool:
    """Tell whether a schema says what its values are, null aside."""
    if not isinstance(schema, dict):
        return False
    kinds = schema.get("type", ())
    if {kinds} if isinstance(kinds, str) else {*kinds}:
        return kinds not in ("null", ["null"])
    choices = schema.get("oneOf", schema.get("anyOf", ()))
    return bool(choices) and all(map(_states, choices))


def _is_whole(spelled: str) -> bool:
    """Tell whether a type ends with the bracket that it begins with."""
    depth = 0
    for at, sign in enumerate(spelled):
        depth += (sign == "[") - (sign == "]")
        if sign == "]" and not depth:
            return at == len(spelled) - 1
    return False


def _fields(model: Node, called: Mapping[str, Node]) -> Iterator[str]:
    """Give the fields of a model, or of the models of a union: each has those beside it, too."""
    yield from (one["wire"] for one in model.get("fields", ()))
    if model["kind"] == "alias":
        for name in re.findall(r"\w+", model["type"]):
            if name in called and called[name]["kind"] == "object":
                yield from _fields(called[name], called)


def _key(operation: Node) -> tuple[str, str]:
    return operation["method"], _with_short(operation["path"])


def _with_short(path: str) -> str:
    return re.sub(r"\{([\w.-]+)\}", lambda one: f"{{{_short(one[1])}}}", path)


def _short(name: str) -> str:
    """Return the last part of a path variable: ``{book.name}`` is called ``name`` where it may."""
    return name.rpartition(".")[2]


def _sent(path: str) -> str:
    """Return what of a path is path: fragments tell operations apart, queries are constants."""
    before, *rest = re.split(r"([?#])", path, maxsplit=1)
    if rest and rest[0] == "#" and "/{" in rest[1]:  # more of the path
        return f"{before}%23{rest[1]}"
    plain = re.sub(r"\{([\w.-]+):[^{}]*\}", r"{\1}", _REST.sub(r"{\1\2}", before))
    return _with_short(re.sub(r"(?<=/)\*+(?=/|\Z)", "{path}", plain) or "/")
