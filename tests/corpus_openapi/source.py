"""A spec as plain facts, read and counted here without any of the generator's code."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_WITHOUT_BODY = frozenset({"get", "head", "delete", "options", "trace"})
"""Methods whose content means nothing (RFC 9110, section 9.3)."""
IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""Header parameters without a meaning (OpenAPI 3.1, section 4.8.12.2)."""

Node = Mapping[str, Any]
Parameter = tuple[str, str]
"""Place and name."""


class Source:
    """The facts of one file that are counted.

    Args:
        path: JSON, or YAML, of which scalars are read as text: only names count.
    """

    def __init__(self, path: Path) -> None:
        self.root: Any = _loaded(path.resolve())
        self._join(path.resolve())

    def _join(self, path: Path) -> None:
        """Put what the operations have in other files in its place."""
        paths = self._map(self.root, "paths")
        for key, item in list(paths.items()):
            paths[key], place = _followed(item, path)
            self._join_parts(paths[key], place)
            for method in METHODS:
                if method in paths[key]:
                    operation, at = _followed(paths[key][method], place)
                    paths[key][method] = operation
                    self._join_parts(operation, at)

    def _join_parts(self, node: Any, place: Path) -> None:
        if not isinstance(node, dict):
            return
        if isinstance(node.get("parameters"), list):
            node["parameters"] = [_followed(one, place)[0] for one in node["parameters"]]
        if isinstance(node.get("requestBody"), dict):
            node["requestBody"] = _followed(node["requestBody"], place)[0]
        responses = node.get("responses")
        for status, response in list(responses.items()) if isinstance(responses, dict) else ():
            responses[status] = _followed(response, place)[0]

    def operations(self) -> Iterator[tuple[str, str, list[Parameter]]]:
        """Yield method, path and parameters of every operation."""
        for path, item in self._map(self.root, "paths").items():
            if not path.startswith("/"):
                continue
            resolved = self._resolved(item)
            for method in METHODS:
                if method in resolved:
                    declared = self._parameters(resolved, resolved[method])
                    yield method.upper(), path, [_sent(one, path) for one in declared]

    def response_headers(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield method, path, status and name of every header of a response."""
        for path, item in self._map(self.root, "paths").items():
            resolved = self._resolved(item) if path.startswith("/") else {}
            for method in METHODS:
                responses = self._map(resolved.get(method) or {}, "responses")
                for status, response in responses.items():
                    if status.startswith("x-") or not isinstance(response, dict):
                        continue
                    for name in self._map(self._resolved(response), "headers"):
                        if name.lower() != "content-type":
                            yield method.upper(), path, status, name

    def bodies(self) -> Iterator[tuple[str, str, list[str]]]:
        """Yield method, path and media types of every operation that is sent a body.

        Swagger says media types for whole APIs; there is none then. A GET or the like whose body
        is an object without properties is sent none.
        """
        for path, item in self._map(self.root, "paths").items():
            resolved = self._resolved(item) if path.startswith("/") else {}
            for method in METHODS:
                operation = resolved.get(method) or {}
                declared = [
                    *(resolved.get("parameters") or ()),
                    *(operation.get("parameters") or ()),
                ]
                body = self._resolved(self._map(operation, "requestBody"))
                content = self._map(body, "content")
                media_types = [one for one in content if "/" in one]
                is_empty = content and all(map(self._is_empty, content.values()))
                if method in _WITHOUT_BODY and is_empty and str(body.get("required")) != "true":
                    continue
                in_body = any(
                    self._resolved(one).get("in") in ("body", "formData") for one in declared
                )
                if method in resolved and (media_types or in_body):
                    yield method.upper(), path, media_types

    def _is_empty(self, media_type: Any) -> bool:
        schema = self._map(media_type, "schema")
        if "$ref" in schema and not schema["$ref"].startswith("#"):
            return False  # of another file
        schema = self._resolved(schema)
        return schema.get("type") == "object" and not schema.get("properties")

    def webhooks(self) -> int:
        """Count the requests that the server sends."""
        items = {**self._map(self.root, "x-webhooks"), **self._map(self.root, "webhooks")}
        return sum(
            method in self._resolved(item)
            for name, item in items.items()
            if isinstance(item, dict)
            for method in METHODS
        )

    def schemas(self) -> Mapping[str, Any]:
        """Return the named schemas."""
        components = self._map(self.root, "components")
        return {**self._map(self.root, "definitions"), **self._map(components, "schemas")}

    def properties(self, schema: Any) -> Iterator[str]:
        """Yield the properties that a schema declares itself, also in parts of its ``allOf``."""
        if not isinstance(schema, dict):
            return
        yield from self._map(schema, "properties")
        for part in schema.get("allOf") or ():
            yield from self.properties(part)

    def _parameters(self, item: Node, operation: Node) -> list[Parameter]:
        """Return what is in path, query, headers and cookies; the operation's win."""
        found: dict[Parameter, None] = {}
        for node in (item, operation):
            for one in map(self._resolved, node.get("parameters") or ()):
                place, name = one.get("in"), one.get("name")
                ignored = place == "header" and name.lower() in IGNORED_HEADERS
                if place in ("path", "query", "header", "cookie") and not ignored:
                    found[place, name] = None
        return list(found)

    def _resolved(self, node: Node) -> Node:
        while "$ref" in node:
            found: Any = self.root
            for step in unquote(node["$ref"]).removeprefix("#/").split("/"):
                key = step.replace("~1", "/").replace("~0", "~")
                found = found[int(key)] if isinstance(found, list) else found[key]
            node = found
        return node

    @staticmethod
    def _map(node: Node, key: str) -> Mapping[str, Any]:
        found = node.get(key)
        return found if isinstance(found, dict) else {}


@cache
def _loaded(path: Path) -> Any:
    content = path.read_bytes()
    if path.suffix == ".json":
        return json.loads(content)
    return yaml.load(content, getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def _followed(node: Any, path: Path) -> tuple[Any, Path]:
    """Follow a node to other files, as far as its references lead there; gives its file, too."""
    while isinstance(node, dict) and isinstance(node.get("$ref"), str):
        file, _, pointer = node["$ref"].partition("#")
        if not file:
            if _is_whole(path):
                return node, path
            target, inside = path, pointer
        else:
            target, inside = (path.parent / unquote(file)).resolve(), pointer
        node = _loaded(target)
        for step in filter(None, unquote(inside).split("/")):
            key = step.replace("~1", "/").replace("~0", "~")
            node = node[int(key)] if isinstance(node, list) else node[key]
        path = target
    return node, path


def _is_whole(path: Path) -> bool:
    """Tell whether a file is a description of its own, whose references stay in it."""
    tree = _loaded(path)
    return isinstance(tree, dict) and ("openapi" in tree or "swagger" in tree)


def _sent(parameter: Parameter, path: str) -> Parameter:
    """Return where a parameter is sent: what a path has behind its ``?`` is query."""
    place, name = parameter
    if place == "path" and name.endswith(":"):  # an expression may follow in the path
        return place, name[:-1]
    before, _, query = path.partition("?")
    if place != "path" or f"{{{name}}}" in before:
        return parameter
    for pair in query.split("&"):
        key, _, value = pair.partition("=")
        if f"{{{name}}}" in (key, value):
            return "query", key.strip("{}")
    return parameter
