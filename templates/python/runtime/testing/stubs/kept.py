"""Entities that are kept: what is created can be got, listed, updated and deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import unquote

import httpx2

from ...data.decoding import NotJsonError, read_json
from ...data.json_shapes import is_object
from ..received.routes import Route, Routes
from ..spec.merging import Schema
from .answers import failure
from .paged import PagedStub
from .stubs import BaseStub
from .work import WorkStub

Place: TypeAlias = tuple[str, ...]
"""The segments of an entity's path."""

_SIZES = ("pageSize", "page_size", "per_page", "perPage", "limit", "maxResults", "max_results")
_IDS = ("id", "name", "uid", "uuid", "key", "number")
_ETAG = "etag"


@dataclass
class Entity:
    """Something that is kept."""

    value: dict[str, Any]
    version: int = 1

    @property
    def etag(self) -> str:
        """What tells this version from others (RFC 9110, section 8.8.3)."""
        return f'"{self.version}"'


@dataclass
class Kept:
    """The entities of one fake, by the segments of their paths.

    An API keeps what is created by a POST to a path below which single ones are got.
    """

    routes: Routes
    stub_of: Callable[[str], Any]
    """Gives the stub of an operation of the fake."""
    path_of: Callable[[httpx2.Request], str]
    """Gives the encoded path of a request below the base URL."""
    _entities: dict[Place, Entity] = field(default_factory=dict[Place, Entity])
    _made: int = 0

    def answer(self, stub: BaseStub[Any], received: httpx2.Request) -> httpx2.Response | None:
        """Answer a request about entities that may be kept, None for any other."""
        path = self.path_of(received)
        found = self.routes.found(received, path)
        if found is None or isinstance(stub, WorkStub):
            return None
        segments = found[0].segments
        place = tuple(map(unquote, path.split("/")))
        one = self.routes.of("GET", [*segments, "*"])
        if one is not None and received.method == "POST":
            return self._create(stub, received, place, one)
        if one is not None and received.method == "GET":
            return self._list(stub, received, place)
        is_one = segments[-1] == "*" and self.routes.of("GET", segments)
        if is_one and self.routes.of("POST", segments[:-1]):
            return self._about_one(stub, received, place)
        return None

    def _about_one(
        self, stub: BaseStub[Any], received: httpx2.Request, place: Place
    ) -> httpx2.Response | None:
        known = self._entities.get(place)
        if known is None:
            what = f"there is no {'/'.join(place[-2:])}"
            return stub.__fail__(failure(404, reason="notFound", message=what))
        if received.headers.get("if-match", "*") not in ("*", known.etag):
            why = f"{'/'.join(place[-2:])} has changed"
            return stub.__fail__(failure(412, reason="conditionNotMet", message=why))
        if received.method == "DELETE":
            del self._entities[place]
        elif received.method in ("PATCH", "PUT"):
            self._update(received, known)
        elif received.method != "GET":
            return None
        return stub.__give__(known.value, {_ETAG: known.etag})

    def _update(self, received: httpx2.Request, known: Entity) -> None:
        """Change an entity: what is given by PATCH (RFC 7396), or all of it."""
        given = _body(received)
        is_part = received.method == "PATCH"
        known.value = _patched(known.value, given) if is_part else {**known.value, **given}
        known.version += 1
        if _ETAG in known.value:
            known.value[_ETAG] = known.etag

    def _create(
        self, stub: BaseStub[Any], received: httpx2.Request, place: Place, one: Route
    ) -> httpx2.Response:
        schema = self._schema(one)
        given = _body(received)
        identity = _identity(one.names[-1], schema, given)
        name = given.get(identity) or self._new_id(schema, identity)
        target = (*place, str(name).rpartition("/")[2])
        if target in self._entities:
            why = f"{'/'.join(target[-2:])} is there already"
            return stub.__fail__(failure(409, reason="alreadyExists", message=why))
        is_path = one.names[-1] == identity == "name" and len(one.names) == 1 and len(target) > 4
        value = {**self._needed(one), **given, identity: name}
        if is_path and "/" not in str(name):
            value[identity] = "/".join(target[2:])  # a whole path (AIP-122)
        if _ETAG in (schema.get("properties") or {}):
            value[_ETAG] = Entity(value).etag
        self._entities[target] = Entity(value)
        return stub.__give__(value, {_ETAG: self._entities[target].etag})

    def _list(
        self, stub: BaseStub[Any], received: httpx2.Request, place: Place
    ) -> httpx2.Response | None:
        found = [one.value for key, one in self._entities.items() if key[:-1] == place]
        if isinstance(stub, PagedStub):
            return stub.__page__(found, _page_size(received), received)
        return stub.__give__(found, {}) if stub.__answers_list__ else None

    # -- what entities are like -------------------------------------------------------------------

    def _schema(self, one: Route) -> Schema:
        stub: BaseStub[Any] = self.stub_of(one.operation)
        return stub.__schema__

    def _needed(self, one: Route) -> Mapping[str, Any]:
        stub: BaseStub[Any] = self.stub_of(one.operation)
        return stub.__needed__()

    def _new_id(self, schema: Schema, identity: str) -> int | str:
        self._made += 1
        declared = _field(schema, identity)
        is_number = declared.get("type") in ("integer", "number")
        return self._made if is_number else f"{identity}-{self._made}"


def _field(schema: Schema, name: str) -> Mapping[str, Any]:
    """Return what a schema says of a field, as far as it stands there itself."""
    properties: Mapping[str, Any] = schema.get("properties") or {}
    found = properties.get(name)
    return found if is_object(found) else {}


def _identity(variable: str, schema: Schema, given: Mapping[str, Any]) -> str:
    """Return the field by which entities are told, that of the last variable of their path.

    Where no field is called so, it is one that the caller gives.
    """
    properties: Mapping[str, Any] = schema.get("properties") or {}
    wanted = variable.rpartition(".")[2].lower().replace("_", "")
    for name in properties:
        if name.lower().replace("_", "") == wanted:
            return str(name)
    ends = [one for one in _IDS if wanted.endswith(one)]
    known = [one for one in ends if one in properties]
    known += sorted((one for one in _IDS if one in properties), key=lambda one: one not in given)
    return known[0] if known else "id"


def _page_size(received: httpx2.Request) -> int | None:
    params = received.url.params
    given = next((params[name] for name in _SIZES if name in params), "")
    return int(given) if given.isdigit() and int(given) > 0 else None


def _body(received: httpx2.Request) -> dict[str, Any]:
    try:
        found = read_json(received.content or b"{}")
    except NotJsonError:
        return {}
    return dict(found) if is_object(found) else {}


def _patched(value: Any, patch: Any) -> Any:
    """Return a value with a merge patch applied (RFC 7396)."""
    if not is_object(patch):
        return patch
    found = dict(value) if is_object(value) else {}
    for name, inner in patch.items():
        if inner is None:
            found.pop(name, None)
        else:
            found[name] = _patched(found.get(name), inner)
    return found
