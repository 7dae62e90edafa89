"""Discriminated unions: a property tells the members apart (OpenAPI 3.1, Discriminator Object)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .json_shapes import is_model, is_object

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_OTHER = "(other)"
_BEST = "(best)"
"""Branches that no value of the property leads to."""
BRANCHES = frozenset({_OTHER, _BEST})


class Tagged:
    """Picks a union's member: ``Annotated[Cat | Dog, Tagged("pet", {"cat": Cat, "dog": Dog})]``.

    ``name`` is the wire name of the property that tells, ``members`` its values. Any other value
    is read as ``other``, or without one as the member that fits best.
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
        """Return the type that a JSON object says it has, None when it says no known one."""
        tag = self._tag(value)
        return self.other if tag is None else self.members[tag]

    def _tag(self, value: Any) -> str | None:
        if is_model(value):
            return self._tags.get(type(value))
        tag = str(value.get(self.name)) if is_object(value) else None
        return tag if tag in self.members else None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        from pydantic_core import core_schema

        branches = {tag: handler.generate_schema(member) for tag, member in self.members.items()}
        branches[_BEST] = core_schema.no_info_wrap_validator_function(self._best, handler(source))
        if self.other is not None:
            branches[_OTHER] = handler.generate_schema(self.other)
        return core_schema.tagged_union_schema(branches, self._branch)

    def _best(self, value: Any, fit: Callable[[Any], Any]) -> Any:
        """Find the member that fits best; of a tag that no member has, one line tells.

        pydantic would list what each of the members lacks.
        """
        from pydantic import ValidationError
        from pydantic_core import PydanticCustomError

        try:
            return fit(value)
        except ValidationError:
            tag = value.get(self.name) if is_object(value) else None
            if not isinstance(tag, str) or tag in self.members:
                raise
            told = {"name": self.name, "tag": repr(tag), "known": ", ".join(map(str, self.members))}
            message = "{name}: {tag} is none of {known}"
            raise PydanticCustomError("union_tag_invalid", message, told) from None

    def _branch(self, value: Any) -> str:
        tag = self._tag(value)
        if tag is not None:
            return tag
        return _OTHER if self.other is not None and is_object(value) else _BEST
