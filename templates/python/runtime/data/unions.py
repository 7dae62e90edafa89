"""Discriminated unions: a property tells the members apart (OpenAPI 3.1, Discriminator Object)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast, get_args

from .json_shapes import is_model, is_object
from .omission import omit

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_OTHER = "\0other"
_UNKNOWN = "\0unknown"
_BEST = "\0best"
_UNTOLD = "\0untold"
"""Branches that no value of the property leads to."""
BRANCHES = frozenset({_OTHER, _UNKNOWN, _BEST})


class UnionTag:
    """Marks the field that tells a member of a union: ``Annotated[Literal["cat"], UnionTag()]``.

    Constructors fill it in. An open one may have other values in what a server says, an optional
    one may be missing there.
    """

    def __init__(self, *, is_open: bool = False, is_optional: bool = False) -> None:
        self.is_open = is_open
        self.is_optional = is_optional

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        from pydantic_core import core_schema

        schema = handler(source)
        if not self.is_open:
            return schema
        values: tuple[object, ...] = get_args(source)
        kinds = dict.fromkeys(type(value) for value in values)
        return core_schema.union_schema([schema, *map(handler.generate_schema, kinds)])


class Tagged:
    """Picks a union's member: ``Annotated[Cat | Dog, Tagged("pet", {"cat": Cat, "dog": Dog})]``.

    ``name`` is the wire name of the property that tells, ``members`` its values; in pairs, where
    two are one key for Python: 1 and True. Any other value, and none at all, is read as ``other``.
    Without that, an object with an unknown value is none of the members: it stays a mapping, unless
    the union is closed, and one without a value is the member that fits best.
    """

    def __init__(
        self,
        name: str,
        members: Mapping[Any, Any] | Iterable[tuple[Any, Any]],
        other: Any = None,
        *,
        closed: bool = False,
    ) -> None:
        pairs: list[tuple[Any, Any]]
        pairs = [*(members.items() if is_object(members) else cast("Iterable[Any]", members))]
        self.name = name
        self.members: Any = members
        self.other = other
        self.closed = closed
        self._kinds: set[type] = {type(value) for value, _ in pairs}
        self._members: dict[str, Any] = {_key(value): member for value, member in pairs}
        spell = str if self._kinds == {str} else repr
        self._known = ", ".join(spell(value) for value, _ in pairs)
        self._tags = {member: tag for tag, member in reversed(self._members.items())}

    def __repr__(self) -> str:
        closed = ", closed=True" if self.closed else ""
        return f"Tagged({self.name!r}, {self.members!r}, {self.other!r}{closed})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tagged):
            return NotImplemented
        return self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(self._identity())

    def _identity(self) -> tuple[Any, ...]:
        return self.name, tuple(self._members.items()), self.other, self.closed

    def member_for(self, value: Any) -> Any:
        """Return the type that a JSON object says it has, None where it says none.

        One that no member has means a mapping.
        """
        branch = self._branch(value)
        if branch == _BEST:
            return dict if self._says_another(value) else None
        return {_OTHER: self.other, _UNKNOWN: dict}.get(branch) or self._members[branch]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        from pydantic_core import core_schema

        branches = {tag: handler.generate_schema(member) for tag, member in self._members.items()}
        branches[_BEST] = core_schema.no_info_wrap_validator_function(self._best, handler(source))
        branches[_UNKNOWN] = handler.generate_schema(dict[str, Any])
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
            if not is_object(value) or self.name not in value:
                raise
            tag = repr(value[self.name])
            told = {"name": self.name, "tag": tag, "known": self._known}
            message = "{name}: {tag} is none of {known}"
            raise PydanticCustomError("union_tag_invalid", message, told) from None

    def _branch(self, value: Any) -> str:
        if is_model(value):
            return self._tags.get(type(value), _BEST)
        if not is_object(value):
            return _BEST
        tag = _key(value[self.name]) if self.name in value else _UNTOLD
        if tag in self._members:
            return tag
        if self.other is not None:
            return _OTHER
        return _BEST if self.closed or not self._says_another(value) else _UNKNOWN

    def _says_another(self, value: Any) -> bool:
        """Tell whether an object has a value in the tag's place that could be one."""
        return is_object(value) and type(value.get(self.name, omit)) in self._kinds


def _key(value: Any) -> str:
    """Return what tells a value from all others, also 1 from true and from its text."""
    return value if isinstance(value, str) else f"\0{type(value).__name__} {value}"
