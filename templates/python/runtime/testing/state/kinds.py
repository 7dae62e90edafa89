"""Kinds of entities that an API keeps: where they are, and what tells one from others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeAlias
from uuid import UUID

from ...records import dataclass, field
from ..received.routes import Route, Routes
from ..spec.document import Spec
from ..spec.merging import Schema, merged, properties_of
from ..stubs.base import BaseStub

Stubs: TypeAlias = Callable[[str], BaseStub[Any]]
"""Gives the stub of an operation of the fake."""

CREATED = 201
_IDS = ("id", "name", "uid", "uuid", "key", "number")
_HOLDER = "metadata"
"""A field that may hold what tells entities apart, where they have no such field themselves."""


def plainly(name: str) -> str:
    """Return a name without what spellings differ in."""
    return name.rpartition(".")[2].lower().replace("_", "").replace("-", "")


@dataclass(frozen=True)
class Kind:
    """A kind of entities: those that one operation gets."""

    spec: Spec
    one: Route
    """Where a single one is."""
    whole: Schema
    """What comes when one is got."""
    is_put: bool
    """Whether PUT creates what is not there."""

    @property
    def is_path(self) -> bool:
        """Whether an entity is told by several segments, its collection among them (AIP-122)."""
        return len(self.one.names) == 1 and "/" in self.one.parts[1]

    @cached_property
    def wrapper(self) -> str:
        """The only field of an answer, where that holds the entity; empty where it is one."""
        properties = properties_of(self.whole)
        if len(properties) != 1 or self._told_in(self.whole):
            return ""
        (name,) = properties
        inner = merged(self.spec, properties[name])
        return str(name) if self._told_in(inner) else ""

    @cached_property
    def schema(self) -> Schema:
        """What an entity is like."""
        if not self.wrapper:
            return self.whole
        return merged(self.spec, properties_of(self.whole)[self.wrapper])

    @cached_property
    def holder(self) -> str:
        """The field in which an entity says which it is; empty where it does so itself."""
        if self._told_in(self.schema):
            return ""
        inner = merged(self.spec, properties_of(self.schema).get(_HOLDER))
        return _HOLDER if self._told_in(inner) else ""

    @cached_property
    def telling(self) -> Schema:
        """What the holder of the identity is like."""
        if not self.holder:
            return self.schema
        return merged(self.spec, properties_of(self.schema)[self.holder])

    @cached_property
    def read_only(self) -> frozenset[str]:
        """Fields that the service alone writes."""
        known = properties_of(self.schema).items()
        return frozenset(name for name, one in known if merged(self.spec, one).get("readOnly"))

    def identity(self, given: Mapping[str, Any], taken: Collection[str] = ()) -> str:
        """Return the field by which entities are told, that of the last variable of their path.

        Where no field is called so, it is one that the caller gives, or the id that nobody may.

        Args:
            given: What is given of an entity.
            taken: The fields of the bodies that create one.
        """
        known = _identities(self.one.names[-1], self.telling)
        if not known or (taken and known[0] not in taken):
            return known[0] if known else "id"
        return min(known, key=lambda one: one not in given)

    def new_id(self, number: int, identity: str) -> int | str:
        """Make up what tells an entity from others."""
        declared = merged(self.spec, properties_of(self.telling).get(identity))
        if declared.get("type") in ("integer", "number"):
            return number
        return str(UUID(int=number)) if declared.get("format") == "uuid" else f"{identity}-{number}"

    def _told_in(self, schema: Schema) -> bool:
        return bool(_identities(self.one.names[-1], schema))


def _identities(variable: str, schema: Schema) -> list[str]:
    """Return the fields that may be the identity: the one, or several that are as good."""
    properties = properties_of(schema)
    wanted = plainly(variable)
    for name in properties:
        if plainly(name) == wanted:
            return [str(name)]
    ends = [one for one in _IDS if wanted.endswith(one) and one in properties]
    return ends[:1] or [one for one in _IDS if one in properties]


@dataclass
class Kinds:
    """The kinds of entities of one API.

    An API keeps what is got at a path, and created by a POST to the path above it or by PUT.
    """

    routes: Routes
    stub_of: Stubs
    spec: Spec
    _known: dict[tuple[str, ...], Kind | None] = field(
        default_factory=dict[tuple[str, ...], Kind | None]
    )

    def of(self, segments: Sequence[str]) -> Kind | None:
        """Return the kind of what is at a path, ``*`` for any text; None where nothing is kept."""
        key = tuple(segments)
        if key not in self._known:
            self._known[key] = self._found(list(segments))
        return self._known[key]

    def _found(self, segments: list[str]) -> Kind | None:
        one = self.routes.of("GET", segments) if segments[-1:] == ["*"] else None
        if one is None:
            return None
        posted = self.routes.of("POST", segments[:-1])
        is_put = self._creates_by_put(segments, one, posted)
        if posted is None and not is_put:
            return None
        return Kind(self.spec, one, self.stub_of(one.operation).__schema__, is_put)

    def _creates_by_put(self, segments: list[str], one: Route, posted: Route | None) -> bool:
        put = self.routes.of("PUT", segments)
        if put is None or put.query:  # what the query tells is something that is done to one
            return False
        stub = self.stub_of(put.operation)
        if posted is not None:
            return stub.__declares__(CREATED)
        return stub.__takes_body__ or not self.stub_of(one.operation).__schema__
