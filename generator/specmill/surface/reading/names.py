"""Types of the model with the names of Python."""

from __future__ import annotations

from collections.abc import Mapping

from specmill.model.types import ListOf, MapOf, Named, TupleOf, TypeRef, UnionOf
from specmill.values import replace


class NamedTypes:
    """Puts the names of classes and aliases where a type has the keys of models."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._known: dict[TypeRef, TypeRef] = {}

    def of(self, type_: TypeRef) -> TypeRef:
        """Return a type with names; equal ones are one object."""
        known = self._known.get(type_)
        if known is None:
            known = self._known[type_] = self._named(type_)
        return known

    def perhaps(self, type_: TypeRef | None) -> TypeRef | None:
        """Return a type with names, if there is a type."""
        return None if type_ is None else self.of(type_)

    def _named(self, type_: TypeRef) -> TypeRef:
        match type_:
            case Named(key=key):
                return Named(self._names[key])
            case ListOf(item=item):
                return ListOf(self.of(item))
            case MapOf(value=value):
                return MapOf(self.of(value))
            case TupleOf(items=items, rest=rest):
                return TupleOf(tuple(map(self.of, items)), self.perhaps(rest))
            case UnionOf(members=members, mapping=mapping):
                return replace(
                    type_,
                    members=tuple(map(self.of, members)),
                    mapping=tuple((word, self.of(target)) for word, target in mapping),
                )
            case _:
                return type_
