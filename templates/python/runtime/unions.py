"""Unions whose members a property tells apart (OpenAPI 3.1, Discriminator Object)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

_OTHER = ""


class Tagged:
    """Picks the member of a union: ``Annotated[Cat | Dog, Tagged("petType", {"cat": Cat, "dog": Dog})]``.

    ``name`` is the wire name of the property that tells, ``members`` its values. Any other value is read as
    ``other``, or without one as the member that fits best.
    """

    def __init__(self, name: str, members: Mapping[str, Any], other: Any = None) -> None:
        self.name = name
        self.members = dict(members)
        self.other = other
        self._tags = {member: tag for tag, member in reversed(self.members.items())}

    def __repr__(self) -> str:
        return f"Tagged({self.name!r}, {self.members!r}, {self.other!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tagged):
            return NotImplemented
        return (self.name, self.members, self.other) == (other.name, other.members, other.other)

    def __hash__(self) -> int:
        return hash((self.name, *self.members.items(), self.other))

    def member_for(self, value: Any) -> Any:
        """Return the type that a JSON value says it has, None when it says nothing that is known."""
        return self.members.get(self._tag(value), self.other)

    def _tag(self, value: Any) -> str:
        if isinstance(value, BaseModel):
            return self._tags.get(type(value), _OTHER)
        if not isinstance(value, Mapping):
            return _OTHER
        tag = str(cast("Mapping[str, Any]", value).get(self.name, _OTHER))
        return tag if tag in self.members else _OTHER

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        choices = {tag: handler.generate_schema(member) for tag, member in self.members.items()}
        best = handler(source)
        other = best if self.other is None else handler.generate_schema(self.other)
        return core_schema.tagged_union_schema({**choices, _OTHER: best, None: other}, self._choose)

    def _choose(self, value: Any) -> str | None:
        tag = self._tag(value)
        is_object = isinstance(value, Mapping)
        return tag if tag or not is_object else None
