"""Resource view of an API: entities that can be created, read, listed, updated and deleted.

What a URL pattern identifies is called an entity here, OData's word for a thing with a key,
properties and bound actions; :class:`~specmill.model.api.Resource` is a place in the client.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from specmill.model.constraints import NO_BOUNDS, Bounds
from specmill.model.models import UNSET, Docs, JsonValue, Unset
from specmill.model.operations import Operation
from specmill.model.types import TypeRef
from specmill.values import dataclass


class Role(StrEnum):
    """What an operation does to an entity: a standard method (AIP-130), or an action of its own."""

    CREATE = "create"
    READ = "read"
    LIST = "list"
    UPDATE = "update"
    DELETE = "delete"
    ACTION = "action"


BODY = "body"
"""Beside the places of parameters: where a field of an entity travels."""


@dataclass(frozen=True, slots=True)
class EntityField:
    """One field of an entity or of a request to it, wherever it travels."""

    wire: str
    name: str
    type: TypeRef
    required: bool
    places: tuple[str, ...]
    """Where it travels: words of :class:`ParameterPlace`, and :data:`BODY`; empty in an answer."""
    docs: Docs = field(default_factory=Docs)
    default: JsonValue | Unset = UNSET
    bounds: Bounds = NO_BOUNDS
    identity: bool = False
    """Part of what the entity is known by: a path parameter, or the field that repeats it."""
    read_only: bool = False
    write_only: bool = False
    immutable: bool = False
    """Cannot change once the entity is there."""
    constant: JsonValue | Unset = UNSET
    """The only value that there is."""
    secret: bool = False


@dataclass(frozen=True, slots=True)
class EntityOperation:
    """An operation in its role for an entity."""

    role: Role
    operation: Operation
    inputs: tuple[EntityField, ...]
    """What the request takes, each field once; a body that is no object is the field ``body``."""
    outputs: TypeRef | None
    """What the answer holds; None for nothing."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What one path pattern identifies."""

    name: str
    """Words, unique in the API."""
    pattern: str
    """Path of one such thing; without a last parameter for a singleton, or where the API has no
    path of a single one.
    """
    operations: tuple[EntityOperation, ...]
    inputs: tuple[EntityField, ...]
    """Identity first, then what create and update take."""
    outputs: TypeRef | None
    """What the service tells of one: the answer to read, else to create or update."""
    output_fields: tuple[EntityField, ...] = ()
    """The fields of the outputs, where those are an object."""

    @property
    def identity(self) -> tuple[EntityField, ...]:
        """The fields that it is known by."""
        return tuple(one for one in self.inputs if one.identity)

    def having(self, *roles: Role) -> tuple[EntityOperation, ...]:
        """Return the operations with some roles."""
        return tuple(one for one in self.operations if one.role in roles)
