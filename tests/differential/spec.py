"""An API as plain facts, read here independently of the generator."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

SPECS = Path(__file__).parents[2] / "specs"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an operation."""

    name: str
    place: str
    required: bool
    schema: Schema
    reserved: bool = False
    """Whether ``/`` and the like stay as they are in a path (RFC 6570, section 3.2.3)."""


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """One operation, with the path that goes over the wire."""

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    media_type: str = ""
    """Of the request body; empty without one."""
    body: Schema | None = None
    body_required: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    """Headers that go with every call, by lower-case name."""
    names: tuple[str, ...] = ()
    """Resources and method, where the source has a tree of them."""

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Spec:
    """One API."""

    root: Mapping[str, Any]
    operations: tuple[Operation, ...]
    common: tuple[Parameter, ...]
    """Parameters that every operation takes."""
    server: str

    def resolve(self, node: Schema) -> Schema:
        """Follow local references."""
        while "$ref" in node:
            node = self._at(node["$ref"])
        return node

    def _at(self, reference: str) -> Schema:
        found: Any = self.root
        for step in map(unquote, reference.removeprefix("#/").split("/")):
            found = found[step.replace("~1", "/").replace("~0", "~")]
        return found


@cache
def load(api: str) -> Spec:
    """Read ``specs/<api>/openapi.json``."""
    return of(json.loads((SPECS / api / "openapi.json").read_bytes()))


def of(root: Mapping[str, Any]) -> Spec:
    """Return the facts of a normal form."""
    components = root.get("components", {}).get("parameters", {})
    common = tuple(
        _parameter(components[name]) for name in root.get("x-specmill-common-parameters", ())
    )
    servers = root.get("servers") or [{"url": ""}]
    spec = Spec(root, (), common, servers[0]["url"])
    return Spec(root, tuple(_operations(spec)), common, servers[0]["url"])


def _operations(spec: Spec) -> Iterator[Operation]:
    for path, item in spec.root["paths"].items():
        for method in METHODS if path.startswith("/") else ():
            if method in item and "x-specmill-skip" not in item[method]:
                yield _operation(spec, path, item, method)


def _operation(spec: Spec, path: str, item: Mapping[str, Any], method: str) -> Operation:
    node = item[method]
    given = [
        spec.resolve(one) for one in (*item.get("parameters", ()), *node.get("parameters", ()))
    ]
    parameters = [one for one in map(_parameter, given) if one not in spec.common]
    if "x-specmill-path" in node:  # the path key only tells twins apart
        path = node["x-specmill-path"]
        real = [_parameter(one) for one in node["x-specmill-path-parameters"]]
        parameters = [*real, *(one for one in parameters if one.place != "path")]
    content = spec.resolve(node.get("requestBody", {}))
    media_type, media = next(iter(content.get("content", {}).items()), ("", {}))
    return Operation(
        node.get("operationId") or f"{method} {path}",
        method.upper(),
        path,
        tuple(parameters),
        media_type,
        media.get("schema"),
        content.get("required", False),
    )


def _parameter(node: Mapping[str, Any]) -> Parameter:
    return Parameter(
        node["name"],
        node["in"],
        node.get("required", False),
        node.get("schema", {}),
        node.get("x-specmill-reserved", False),
    )
