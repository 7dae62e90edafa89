"""Annotations: types spelled for models, where the JSON form counts, and for signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, fields, is_dataclass
from typing import Any

from specmill.model.api import Api
from specmill.model.models import Field
from specmill.model.types import (
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
from specmill.targets.python.imports import Imports
from specmill.targets.python.spelling import literal
from specmill.values import dataclass, replace

_PLAIN = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.NULL: "None",
    ScalarKind.INTEGER_STRING: "int",
    ScalarKind.NUMBER_STRING: "float",
    ScalarKind.BASE64: "bytes",
    ScalarKind.BASE64URL: "bytes",
    ScalarKind.BASE64_TEXT: "bytes",
    ScalarKind.BINARY: "bytes",
    ScalarKind.DATE_TIME: "datetime",
    ScalarKind.HTTP_DATE: "str",
    ScalarKind.DATE: "date",
    ScalarKind.TIME: "time",
    ScalarKind.DURATION: "timedelta",
    ScalarKind.SECONDS_DURATION: "timedelta",
    ScalarKind.UUID: "str",
    ScalarKind.DECIMAL: "Decimal",
    ScalarKind.DECIMAL_NUMBER: "Decimal",
    ScalarKind.LOCAL_DATE_TIME: "datetime",
    ScalarKind.SPACED_DATE_TIME: "datetime",
    ScalarKind.LOCAL_TIME: "time",
}
"""What a caller gives and gets."""

_ENCODED = {
    ScalarKind.INTEGER_STRING: "Int64",
    ScalarKind.NUMBER_STRING: "NumberString",
    ScalarKind.BASE64: "Base64",
    ScalarKind.BASE64URL: "Base64Url",
    ScalarKind.BASE64_TEXT: "Base64Text",
    ScalarKind.DURATION: "IsoDuration",
    ScalarKind.SECONDS_DURATION: "SecondsDuration",
    ScalarKind.DECIMAL: "DecimalString",
    ScalarKind.DECIMAL_NUMBER: "DecimalNumber",
    ScalarKind.UUID: "Uuid",
    ScalarKind.LOCAL_DATE_TIME: "NaiveDatetime",
    ScalarKind.SPACED_DATE_TIME: "SpacedDatetime",
    ScalarKind.LOCAL_TIME: "NaiveTime",
}
"""Annotated types of the runtime that also know the form on the wire."""


_TAKEN = {
    ScalarKind.BASE64_TEXT: ("str", "bytes", "PathLike"),
    ScalarKind.HTTP_DATE: ("datetime", "str"),
    ScalarKind.UUID: ("str", "UUID"),
    ScalarKind.DECIMAL_NUMBER: ("Decimal", "float"),
}
"""What a caller may give, where that is more than what a caller gets."""
_DIGITS = {ScalarKind.NUMBER, ScalarKind.STRING}
_STANDARD_LIBRARY = {
    **dict.fromkeys(("datetime", "date", "time", "timedelta"), "datetime"),
    "Decimal": "decimal",
    "PathLike": "os",
    "UUID": "uuid",
}


def classes_of(kind: ScalarKind, *, arguments: bool = False) -> tuple[str, ...]:
    """Return the names of the classes that a scalar is in Python.

    Args:
        kind: The scalar.
        arguments: It is what an argument may be, rather than what is returned.
    """
    taken = _TAKEN.get(kind) if arguments else None
    return taken or (_PLAIN[kind],)


def takes_decimal(union: UnionOf) -> bool:
    """Tell whether an argument may be a decimal: a number that may be a text, too, which is what
    frameworks say of their decimals.
    """
    return {one.kind for one in union.members if isinstance(one, Scalar)} >= _DIGITS


@dataclass(frozen=True, slots=True)
class TypeSpeller:
    """Spells types for one module and notes what it must import."""

    imports: Imports
    name_of: Callable[[str], str]
    """Imports a model by its key and returns the name to use."""
    runtime: str
    """Module path of the runtime, as this module imports it."""
    encoded: bool = False
    """Spell the types that know their wire form, as models need."""
    arguments: bool = False
    """Spell what is accepted (``Sequence``) rather than what is returned (``list``)."""
    hidden: frozenset[str] = field(default_factory=frozenset)
    """Builtins that an attribute of the class at hand hides."""

    def spell(self, type_: TypeRef) -> str:
        """Return the annotation for a type."""
        match type_:
            case Scalar(kind=kind):
                return " | ".join(self._scalar(kind))
            case Named(key=key):
                return self.name_of(key)
            case ListOf(item=item):
                return f"{self._list()}[{self.spell(item)}]"
            case TupleOf():
                return self._tuple(type_)
            case MapOf(value=value):
                return f"{self._mapping()}[str, {self.spell(value)}]"
            case UnionOf():
                return self._union(type_)
            case LiteralOf(values=values, open=is_open):
                return self._literal(values, is_open=is_open)
            case Anything():
                return self.imports.add("typing", "Any")

    def optional(self, type_: TypeRef) -> str:
        """Return the annotation for a type or ``None``."""
        spelled = self.spell(type_)
        if spelled in ("Any", "None") or spelled.endswith("| None"):
            return spelled
        return f"{spelled} | None"

    def _scalar(self, kind: ScalarKind) -> list[str]:
        if self.encoded and kind in _ENCODED:
            return [self.imports.add(f"{self.runtime}.data.formats", _ENCODED[kind])]
        return [self._class(one) for one in classes_of(kind, arguments=self.arguments)]

    def _members(self, union: UnionOf) -> Iterator[str]:
        for member in union.members:
            if isinstance(member, Scalar):
                yield from self._scalar(member.kind)
            else:
                yield self.spell(member)

    def _class(self, name: str) -> str:
        if name not in _STANDARD_LIBRARY:
            return self._builtin(name)
        imported = self.imports.add(_STANDARD_LIBRARY[name], name)
        return f"{imported}[str]" if name == "PathLike" else imported

    def _builtin(self, name: str) -> str:
        return f"{self.imports.add_module('builtins')}.{name}" if name in self.hidden else name

    def _list(self) -> str:
        if self.arguments:
            return self.imports.add("collections.abc", "Sequence")
        return self._builtin("list")

    def _tuple(self, type_: TupleOf) -> str:
        items = [self.spell(item) for item in type_.items]
        name = self._builtin("tuple")
        if type_.rest is None:
            return f"{name}[{', '.join(items)}]"
        spelled = f"{name}[{', '.join(items)}, *{name}[{self.spell(type_.rest)}, ...]]"
        if not self.encoded:
            return spelled
        annotated = self.imports.add("typing", "Annotated")
        mark = self.imports.add(f"{self.runtime}.data.tuples", "OPEN_TUPLE")
        return f"{annotated}[{spelled}, {mark}]"

    def _mapping(self) -> str:
        if self.arguments:
            return self.imports.add("collections.abc", "Mapping")
        return self._builtin("dict")

    def _literal(self, values: tuple[object, ...], *, is_open: bool) -> str:
        self.imports.add("typing", "Literal")
        spelled = f"Literal[{', '.join(literal(value) for value in values)}]"
        if not is_open:
            return spelled
        return " | ".join([spelled, *_kinds_of(values)])

    def _union(self, union: UnionOf) -> str:
        open_kinds = {
            kind
            for member in union.members
            if isinstance(member, LiteralOf) and member.open
            for kind in _kinds_of(member.values)
        }
        spelled = dict.fromkeys(self._members(union))
        parts = [part for part in spelled if part not in open_kinds]
        if self.arguments and takes_decimal(union):
            parts.append(self.imports.add("decimal", "Decimal"))
        is_tagged = self.encoded and union.discriminator and union.mapping
        parts.sort(key=lambda part: part == "None")
        if not is_tagged:
            return " | ".join(parts)
        values = [part for part in parts if part != "None"]
        return " | ".join([self._tagged(union, " | ".join(values)), *parts[len(values) :]])

    def _tagged(self, union: UnionOf, joined: str) -> str:
        """Spell a union that a property tells apart."""
        annotated = self.imports.add("typing", "Annotated")
        tagged = self.imports.add(f"{self.runtime}.data.unions", "Tagged")
        more = f", {self.spell(union.other)}" if union.other is not None else ""
        more += ", closed=True" if union.closed else ""
        pairs = self._pairs(union)
        return f"{annotated}[{joined}, {tagged}({literal(union.discriminator)}, {pairs}{more})]"

    def _pairs(self, union: UnionOf) -> str:
        """Spell the values of a tag with the members that they lead to."""
        spelled = [(literal(value), self.spell(target)) for value, target in union.mapping]
        if len({value for value, _ in union.mapping}) < len(spelled):  # Python takes 1 for True
            return f"[{', '.join(f'({value}, {target})' for value, target in spelled)}]"
        return f"{{{', '.join(f'{value}: {target}' for value, target in spelled)}}}"


def _kinds_of(values: Iterable[object]) -> list[str]:
    """Return the types that an open enumeration has beside its values, in their order."""
    kinds = dict.fromkeys(type(value).__name__ for value in values if value is not None)
    return [kind for kind in kinds if kind != "bool"]


def with_closed_enums(api: Api) -> Api:
    """Return a model whose enumerations admit what they list and nothing else.

    Tags of unions stay as they are: a class is chosen by them, also for a tag that is new.
    """
    closed: Api = _closed(api)
    return closed


def _closed(value: Any) -> Any:
    if isinstance(value, LiteralOf):
        return replace(value, open=False)
    if isinstance(value, Field) and value.tag:
        return value
    if isinstance(value, tuple):
        return tuple(map(_closed, value))
    if isinstance(value, Mapping):
        return {key: _closed(one) for key, one in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    read = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
    changes = {
        name: new for name, old in read.items() if (new := _closed(old)) is not old and new != old
    }
    return replace(value, **changes) if changes else value
