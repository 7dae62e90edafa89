"""Entities that are kept: what is created can be got, listed, updated and deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import httpx2

from ...data.decoding import NotJsonError, read_json
from ...data.json_shapes import is_object
from ...data.wire import plain
from ...records import dataclass, field
from ..received.files import SentFile
from ..spec.document import is_list
from ..spec.merging import merged, properties_of
from ..stubs.answers import failure
from ..stubs.base import BaseStub
from ..stubs.downloads import DownloadStub
from ..stubs.paged import PagedStub
from .changes import changed, mask_in, masked, merge_patched
from .kinds import CREATED, Kind, Kinds, plainly
from .queries import filters, fits, page_size

Place: TypeAlias = tuple[str, ...]
"""The segments of an entity's path."""
Value: TypeAlias = dict[str, Any]

_DOWNLOAD = "download"
"""Where media is, before the path of what it is of (Google)."""
_ETAG = "etag"
_SIZES = ("size", "contentlength", "bytes")
_TYPES = ("contenttype", "mimetype", "mediatype")


@dataclass
class Entity:
    """Something that is kept."""

    value: Value
    media: SentFile | None = None
    version: int = 1

    @property
    def etag(self) -> str:
        """What tells this version from others (RFC 9110, section 8.8.3)."""
        return f'"{self.version}"'


@dataclass(frozen=True)
class _Asked:
    """A request about what may be kept."""

    stub: BaseStub[Any]
    received: httpx2.Request
    call: Any
    method: str
    place: Place

    @property
    def is_patch(self) -> bool:
        """Whether what it does not give stays: PATCH, and a POST to a single one."""
        return self.method in ("PATCH", "POST")

    def has(self, header: str, *values: str) -> bool:
        """Tell whether a header has one of some values."""
        return self.received.headers.get(header) in values

    @property
    def media(self) -> SentFile | None:
        found = getattr(self.call, "media", None)
        return found if isinstance(found, SentFile) else None

    def body(self, kind: Kind) -> Any:
        """Return what is given of an entity: an object, or a list of changes."""
        found = self._whole_body()
        if kind.wrapper and is_object(found) and is_object(found.get(kind.wrapper)):
            found = found[kind.wrapper]
        if not is_object(found):
            return found if is_list(found) else {}
        return {key: value for key, value in found.items() if key not in kind.read_only}

    def _whole_body(self) -> Any:
        if self.media is None and "json" in self.received.headers.get("content-type", ""):
            try:
                return read_json(self.received.content or b"{}")
            except NotJsonError:
                return {}
        found = getattr(self.call, "body", None)
        return plain(found) if found else {}

    def fail(self, status: int, reason: str, why: str) -> httpx2.Response:
        return self.stub.__fail__(failure(status, reason=reason, message=why))

    def give(self, kind: Kind, entity: Entity, status: int | None = None) -> httpx2.Response:
        """Answer with an entity, as the operation has it."""
        value = entity.value
        properties = properties_of(self.stub.__schema__)
        if kind.wrapper and kind.wrapper in properties:
            value = {kind.wrapper: value}
        return self.stub.__give__(value, {_ETAG: entity.etag}, self.call, status)


@dataclass
class Kept:
    """The entities of one fake, by the segments of their paths."""

    kinds: Kinds
    path_of: Callable[[httpx2.Request], str]
    """Gives the encoded path of a request below the base URL."""
    _entities: dict[Place, Entity] = field(default_factory=dict[Place, Entity])
    _made: int = 0

    def answer(
        self, stub: BaseStub[Any], received: httpx2.Request, call: Any
    ) -> httpx2.Response | None:
        """Answer a request about entities that may be kept, None for any other."""
        route, place = self.kinds.routes.at(stub.__operation__, self.path_of(received))
        segments = route.segments
        if isinstance(stub, DownloadStub) and segments[1] == _DOWNLOAD:
            place, segments = ("", *place[2:]), ["", *segments[2:]]
        asked = _Asked(stub, received, call, route.method, place)
        inner = self.kinds.of([*segments, "*"])
        if inner is not None and route.method == "POST":
            return self._missing(asked, segments) or self._create(asked, inner)
        kind = self.kinds.of(segments)
        if kind is not None and not route.query.keys() - {"alt"}:
            return self._missing(asked, segments[:-1]) or self._about_one(asked, kind, segments)
        if inner is not None and route.method == "GET":
            return self._missing(asked, segments) or self._list(asked, inner)
        return None

    def _missing(self, asked: _Asked, segments: list[str]) -> httpx2.Response | None:
        """Say that one of those is not there which a path is below; None where all are."""
        for length in range(2, len(segments) + 1):
            kind = self.kinds.of(segments[:length])
            if kind is not None and asked.place[:length] not in self._entities:
                return _not_found(asked, asked.place[:length])
        return None

    # -- single ones ------------------------------------------------------------------------------

    def _about_one(self, asked: _Asked, kind: Kind, segments: list[str]) -> httpx2.Response | None:
        known = self._entities.get(asked.place)
        shown = "/".join(asked.place[-2:])
        if known is None:
            if asked.method == "PUT" and kind.is_put and not asked.received.headers.get("if-match"):
                return self._put(asked, kind)
            return _not_found(asked, asked.place)
        if not asked.has("if-match", "*", known.etag) and "if-match" in asked.received.headers:
            return asked.fail(412, "conditionNotMet", f"{shown} has changed")
        match asked.method:
            case "GET" | "HEAD":
                pass
            case "DELETE":
                self._delete(asked.place)
            case "PUT" if asked.has("if-none-match", "*"):
                return asked.fail(412, "conditionNotMet", f"{shown} is there already")
            case "PATCH" | "PUT":
                self._update(asked, kind, known)
            case "POST" if self._is_updated_by_post(segments):
                self._update(asked, kind, known)
            case _:
                return None
        if isinstance(asked.stub, DownloadStub):
            return asked.stub.__download__(known.media, asked.received)
        return asked.give(kind, known)

    def _is_updated_by_post(self, segments: list[str]) -> bool:
        """Tell whether a POST to a single one changes it, as nothing else does."""
        routes = self.kinds.routes
        return not any(routes.of(one, segments) for one in ("PATCH", "PUT"))

    def _delete(self, place: Place) -> None:
        """Forget an entity, and those below it."""
        for one in [key for key in self._entities if key[: len(place)] == place]:
            del self._entities[one]

    def _update(self, asked: _Asked, kind: Kind, known: Entity) -> None:
        """Change an entity: what is given, or all of it.

        Raises:
            RefusedError: It cannot be changed so.
        """
        given = asked.body(kind)
        mask = mask_in(asked.received.url.params)
        if is_list(given):
            known.value = changed(known.value, given)
        elif mask is not None:
            known.value = masked(known.value, given, mask)
        elif asked.is_patch:
            known.value = merge_patched(known.value, given)
        else:
            own = {*kind.read_only, *([kind.holder] if kind.holder else [kind.identity({})])}
            stays = {key: value for key, value in known.value.items() if key in own}
            known.value = {**self._needed(kind), **stays, **given}
        known.version += 1
        if asked.media is not None:
            known.media = asked.media
        self._tell(kind, known)

    def _put(self, asked: _Asked, kind: Kind) -> httpx2.Response:
        """Create an entity at the place that the caller gives it."""
        identity, given = kind.identity({}), asked.body(kind)
        name = asked.place[-1]
        told = {identity: int(name) if self._is_number(kind, identity, name) else name}
        entity = Entity(self._value(asked, kind, given, told), asked.media)
        self._entities[asked.place] = entity
        self._tell(kind, entity)
        return asked.give(kind, entity, CREATED if asked.stub.__declares__(CREATED) else None)

    @staticmethod
    def _is_number(kind: Kind, identity: str, name: str) -> bool:
        return name.isdecimal() and isinstance(kind.new_id(1, identity), int)

    # -- collections ------------------------------------------------------------------------------

    def _create(self, asked: _Asked, kind: Kind) -> httpx2.Response:
        given = asked.body(kind)
        told = given.get(kind.holder) if kind.holder else given
        named = {**self._named(asked, kind, "query"), **(told if is_object(told) else {})}
        identity = kind.identity(named, asked.stub.__fields__)
        name = named.get(identity) or self._new_id(asked, kind, identity)
        target = (*asked.place, str(name).rpartition("/")[2] if kind.is_path else str(name))
        if target in self._entities:
            why = f"{'/'.join(target[-2:])} is there already"
            status, reason = (412, "conditionNotMet") if asked.has("if-none-match", "*") else _THERE
            return asked.fail(status, reason, why)
        if kind.is_path and "/" not in str(name):
            name = "/".join(target[kind.one.parts[0].count("/") :])
        entity = Entity(self._value(asked, kind, given, {identity: name}), asked.media)
        self._entities[target] = entity
        self._tell(kind, entity)
        return asked.give(kind, entity)

    def _new_id(self, asked: _Asked, kind: Kind, identity: str) -> int | str:
        while True:
            self._made += 1
            found = kind.new_id(self._made, identity)
            if (*asked.place, str(found)) not in self._entities:
                return found

    def _list(self, asked: _Asked, kind: Kind) -> httpx2.Response | None:
        query = asked.stub.__sent__(asked.call, "query")
        wanted = filters(kind, query)
        below = [one.value for key, one in self._entities.items() if key[:-1] == asked.place]
        found = [one for one in below if fits(one, wanted)]
        stub = asked.stub
        if isinstance(stub, PagedStub):
            return stub.__page__(found, page_size(query), asked.received)
        if stub.__answers_list__:
            return stub.__give__(found, {}, asked.call)
        name = stub.__listing__
        return stub.__give__({**stub.__needed__(), name: found}, {}, asked.call) if name else None

    # -- what entities are like -------------------------------------------------------------------

    def _value(self, asked: _Asked, kind: Kind, given: Value, told: Value) -> Value:
        """Return an entity: what it must have, what the request says of it, and what is given."""
        properties = properties_of(kind.schema)
        around = self._named(asked, kind, "path")
        if not kind.holder:
            around |= self._named(asked, kind, "query")
            named = {key: value for key, value in around.items() if key in properties}
            return {**self._needed(kind), **_of_media(kind, asked.media), **named, **given, **told}
        inner: Value = {**(given.get(kind.holder) or {}), **around, **told}
        return {**self._needed(kind), **given, kind.holder: inner}

    def _named(self, asked: _Asked, kind: Kind, place: str) -> Value:
        """Return what parameters of a place say of an entity: fields of their names, or its id."""
        stub, segment = asked.stub, plainly(asked.place[-1])
        fields = {plainly(name): str(name) for name in properties_of(kind.telling)}
        ids = {f"{segment}id", f"{segment.removesuffix('s')}id", plainly(kind.one.names[-1])}
        found: Value = {}
        for name, value in stub.__sent__(asked.call, place).items():
            key = plainly(name)
            if is_object(value) or is_list(value):
                continue
            if key in fields:
                found[fields[key]] = value
            elif place == "query" and key in ids:
                found.setdefault(kind.identity({}), value)
        return found

    def _needed(self, kind: Kind) -> Value:
        found = self.kinds.stub_of(kind.one.operation).__needed__()
        inner = found.get(kind.wrapper, {}) if kind.wrapper else found
        return dict(inner) if is_object(inner) else {}

    def _tell(self, kind: Kind, entity: Entity) -> None:
        """Write the version of an entity into it, where it has a field for that."""
        if _ETAG in properties_of(kind.schema):
            entity.value[_ETAG] = entity.etag


_THERE = 409, "alreadyExists"


def _not_found(asked: _Asked, place: Place) -> httpx2.Response:
    return asked.fail(404, "notFound", f"there is no {'/'.join(place[-2:])}")


def _of_media(kind: Kind, media: SentFile | None) -> Mapping[str, Any]:
    """Return what is known of media, in the fields that tell of it."""
    if media is None:
        return {}
    found: Value = {}
    for name, one in properties_of(kind.schema).items():
        if plainly(name) in _SIZES:
            is_text = merged(kind.spec, one).get("type") == "string"
            found[name] = str(len(media.content)) if is_text else len(media.content)
        elif plainly(name) in _TYPES and media.content_type:
            found[name] = media.content_type
    return found
