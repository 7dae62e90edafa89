"""Types of the model, spelled in KCL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from specmill.model.api import Api
from specmill.model.models import ModelKind
from specmill.model.types import (
    NULL,
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeRef,
    UnionOf,
)
from specmill.targets.kcl.spelling import is_plain, text
from specmill.values import dataclass

ANY = "any"
_SCALARS = {
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.DECIMAL_NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.INTEGER_STRING: "int | str",
    ScalarKind.NUMBER_STRING: "float | str",
    ScalarKind.NULL: "",
}
"""All others are text. A 64-bit integer in text may be written as a number, which protobuf's JSON
mapping takes too; a number beyond KCL's 64 signed bits has to be text.
"""


@dataclass(slots=True)
class TypeSpeller:
    """Spells types as one file sees them.

    Aliases are written out: KCL resolves a ``type`` when it reads it, so that one may not stand
    before what it names, nor contain itself. Enumerations, which name nothing, are types.
    """

    api: Api
    names: Mapping[str, str]
    """Model key to its KCL name."""
    prefix: str = ""
    """What leads to the package of models, with its dot; empty inside it."""
    open_enums: bool = False
    used: bool = field(default=False, init=False)
    """Whether anything of the package of models was named."""

    def spell(self, type_: TypeRef) -> str:
        """Spell a type; None needs no mention, since any KCL attribute may be None."""
        members = list(dict.fromkeys(self._members(type_, ())))
        return ANY if ANY in members or not members else " | ".join(members)

    def _members(self, type_: TypeRef, seen: tuple[str, ...]) -> Iterator[str]:
        match type_:
            case Scalar(kind=kind):
                spelled = _SCALARS.get(kind, "str")
                yield from spelled.split(" | ") if spelled else ()
            case ListOf(item=item):
                yield f"[{self._inner(item, seen)}]"
            case TupleOf(items=items, rest=rest):
                inner = [self._inner(one, seen) for one in (*items, rest) if one is not None]
                yield f"[{ANY if ANY in inner else ' | '.join(dict.fromkeys(inner))}]"
            case MapOf(value=value):
                yield f"{{str:{self._inner(value, seen)}}}"
            case LiteralOf():
                yield from literal_members(type_, open_enums=self.open_enums)
            case UnionOf(members=members):
                for member in members:
                    yield from self._members(member, seen)
            case Named(key=key):
                yield from self._named(key, seen)
            case Anything():
                yield ANY

    def _inner(self, type_: TypeRef, seen: tuple[str, ...]) -> str:
        members = list(dict.fromkeys(self._members(type_, seen)))
        return ANY if ANY in members or not members else " | ".join(members)

    def _named(self, key: str, seen: tuple[str, ...]) -> Iterator[str]:
        model = self.api.models[key]
        if model.kind is not ModelKind.ALIAS:
            self.used = True
            yield f"{self.prefix}{self.names[key]}"
        elif key in seen or model.target is None:
            yield ANY  # a type that contains itself without an object between
        else:
            yield from self._members(model.target, (*seen, key))


def literal_members(type_: LiteralOf, *, open_enums: bool = False) -> list[str]:
    """Spell given values as literal types, or as the type of all of them where KCL cannot."""
    values = [value for value in type_.values if value is not None]
    if not are_spelled(type_):
        return list(dict.fromkeys(_base(value) for value in values))
    if {True, False} <= {value for value in values if isinstance(value, bool)}:
        return ["bool"]
    members = [text(value) if isinstance(value, str) else str(value) for value in values]
    if type_.open and open_enums:
        members += [_base(value) for value in values]
    return list(dict.fromkeys(members))


def are_spelled(type_: LiteralOf) -> bool:
    """Tell whether KCL has literal types for some values: no signs, no escapes."""
    return all(
        is_plain(value) if isinstance(value, str) else not isinstance(value, float) and value >= 0
        for value in type_.values
        if value is not None
    )


def _base(value: str | float | bool) -> str:
    if isinstance(value, bool):
        return "bool"
    return {str: "str", int: "int", float: "float"}[type(value)]


def stated(type_: TypeRef, api: Api) -> tuple[TypeRef, bool]:
    """Return what a type is as :func:`plain` does; of one beside any other value, the type."""
    if isinstance(type_, UnionOf) and Anything() in type_.members:
        rest = tuple(one for one in type_.members if one != Anything())
        type_ = UnionOf(rest)
    return plain(type_, api)


def plain(type_: TypeRef, api: Api) -> tuple[TypeRef, bool]:
    """Return what a type is behind aliases and beside null, and whether null is allowed."""
    match type_:
        case UnionOf(members=members, discriminator=""):
            rest = [member for member in members if member != NULL]
            nullable = len(rest) != len(members)
            if len(rest) == 1:
                inner, inner_nullable = plain(rest[0], api)
                return inner, nullable or inner_nullable
            return UnionOf(tuple(rest)), nullable
        case Named(key=key) if api.models[key].kind is not ModelKind.OBJECT:
            target = api.models[key].target
            return plain(target, api) if target not in (None, type_) else (type_, False)
        case _:
            return type_, False
