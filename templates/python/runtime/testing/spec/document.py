"""The spec of a package: its operations, with their parameters, bodies, answers and security."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, TypeAlias, TypeGuard
from urllib.parse import unquote

from ...data.decoding import read_json
from ...data.json_shapes import is_object
from ...records import dataclass

METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"})

ITEM_SCHEMA = "x-specmill-item-schema"
"""What each item of a stream is: ``itemSchema`` of OpenAPI 3.2."""

Key: TypeAlias = tuple[str, str]
"""Where a parameter is, and its wire name; that of a header in lower case."""

_HTTP = ("accept", "authorization", "content-type")
"""Headers that are no parameters, whatever a spec says (OpenAPI 3.1, Parameter Object)."""


@dataclass(frozen=True)
class Located:
    """A node of the spec, and the JSON Pointer of its place."""

    node: Any
    pointer: str

    def child(self, *keys: str | int) -> Located:
        """Return what is below; None stands for what is not there."""
        node, pointer = self.node, self.pointer
        for key in keys:
            node = _member(node, key)
            pointer += f"/{str(key).replace('~', '~0').replace('/', '~1')}"
        return Located(node, pointer)

    def children(self, key: str) -> Iterator[tuple[Any, Located]]:
        """Yield the members of an object or an array below, with their keys."""
        found = self.child(key)
        if is_object(found.node):
            yield from ((name, found.child(name)) for name in found.node)
        elif is_list(found.node):
            yield from ((index, found.child(index)) for index in range(len(found.node)))

    def __bool__(self) -> bool:
        return self.node is not None


@dataclass(frozen=True)
class SpecOperation:
    """An operation as the spec declares it."""

    spec: Spec
    place: Located
    """Where the operation is."""
    shared: Located
    """The path that it is of."""

    @cached_property
    def parameters(self) -> Mapping[Key, Located]:
        """Its parameters, those of the path among them."""
        found: dict[Key, Located] = {}
        for holder in (self.shared, self.place):
            for _, one in holder.children("parameters"):
                self._take(self.spec.follow(one), found)
        whole = self.place.child("x-specmill-path-parameters")
        if whole:
            found = {key: one for key, one in found.items() if key[0] != "path"}
            for _, one in self.place.children("x-specmill-path-parameters"):
                self._take(one, found)
        return found

    @staticmethod
    def _take(one: Located, found: dict[Key, Located]) -> None:
        place, name = str(one.node.get("in", "")), str(one.node.get("name", ""))
        if place == "header":
            name = name.lower()
            if name in _HTTP:
                return
        found[place, name] = one

    @cached_property
    def body(self) -> Located:
        """Its request body."""
        return self.spec.follow(self.place.child("requestBody"))

    def content(self, media_type: str) -> Located:
        """Return what a body of a media type is; that of a range fits, too."""
        return _of_type(self.body, media_type)

    def response(self, status: int) -> Located:
        """Return the response of a status, by its code, its range or as the default."""
        responses = self.place.child("responses")
        for name in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
            if found := responses.child(name):
                return self.spec.follow(found)
        return Located(None, responses.pointer)

    def answer(self, status: int, accept: str) -> tuple[Located, str]:
        """Return the content of a response, and its media type; the one that is asked for."""
        response = self.response(status)
        declared = [str(name) for name, _ in response.children("content")]
        asked = [one.partition(";")[0].strip() for one in accept.split(",")]
        chosen = next((one for one in asked if one in declared), declared[0] if declared else "")
        return response.child("content", chosen), chosen

    @cached_property
    def security(self) -> tuple[Sequence[Mapping[str, Any]], str] | None:
        """The alternatives of security schemes, and their place; None where nothing is said."""
        root = Located(self.spec.root, "")
        for holder in (self.place, root):
            if is_list(holder.child("security").node):
                found = holder.child("security")
                return found.node, found.pointer
        return None


class Spec:
    """The spec of one API."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self.root = root

    @staticmethod
    @cache
    def of(package: str) -> Spec:
        """Read the spec that a package has beside its fakes, which all of them share."""
        return Spec(read_json(files(package).joinpath("testing", "spec.json").read_bytes()))

    def at(self, pointer: str) -> Located:
        """Return what is at a JSON Pointer, such as that of a ``$ref``."""
        node: Any = self.root
        for part in unquote(pointer.removeprefix("#")).split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            node = _member(node, int(key) if is_list(node) else key)
        return Located(node, pointer.removeprefix("#"))

    def follow(self, one: Located) -> Located:
        """Return what a reference leads to; anything else is returned as it is."""
        while is_object(one.node) and isinstance(one.node.get("$ref"), str):
            one = self.at(one.node["$ref"])
        return one

    @cached_property
    def schemes(self) -> Mapping[str, Any]:
        """The security schemes by name."""
        found = Located(self.root, "").child("components")
        return {name: self.follow(one).node for name, one in found.children("securitySchemes")}

    @cached_property
    def _operations(self) -> Mapping[str, SpecOperation]:
        found: dict[str, SpecOperation] = {}
        for path, item in Located(self.root, "").children("paths"):
            shared = self.follow(item)
            for method in METHODS & set(shared.node):
                place = shared.child(method)
                operation = SpecOperation(self, place, shared)
                sent = str(place.node.get("x-specmill-http-method") or method)
                whole = str(place.node.get("x-specmill-path", path)).partition("#")[0]
                ids = place.node.get("operationId"), f"{sent} {path}", f"{sent} {whole}"
                for name in filter(None, ids):
                    found.setdefault(str(name).lower(), operation)
        return found

    def operation(self, operation_id: str, route: str) -> SpecOperation:
        """Return an operation by its id, else by method and path.

        Raises:
            KeyError: The spec has no such operation.
        """
        known = self._operations
        whole = operation_id.rpartition("_")[0]  # further methods of an operation have its id first
        names = (operation_id, route, whole)
        found = next((known[one.lower()] for one in names if one.lower() in known), None)
        if found is None:
            raise KeyError(operation_id)
        return found


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Tell whether a value is an array as JSON is read."""
    return isinstance(value, list)


def _member(node: Any, key: str | int) -> Any:
    if is_list(node):
        return node[key] if isinstance(key, int) and key < len(node) else None
    return node.get(key) if is_object(node) else None


def _of_type(holder: Located, media_type: str) -> Located:
    kind = media_type.partition(";")[0].strip().lower()
    declared = [str(name) for name, _ in holder.children("content")]
    names = {name.partition(";")[0].strip().lower(): name for name in declared}
    for wanted in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        if wanted in names:
            return holder.child("content", names[wanted])
    return Located(None, f"{holder.pointer}/content")
