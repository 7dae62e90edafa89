"""Types as a type checker compares them: which values of one are also values of the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum, auto
from typing import TypeAlias

from specmill.model.models import ModelKind
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
from specmill.surface.value import Model
from specmill.targets.python.imports import Imports
from specmill.targets.python.types import TypeSpeller, classes_of, takes_decimal
from specmill.values import dataclass, replace

Atom: TypeAlias = tuple[object, ...]
"""A class, a literal value, or a list, tuple or mapping of further types."""
Shape: TypeAlias = frozenset[Atom]
"""What a value may be: one of these."""

_ANY: Atom = ("Any",)
_NONE: Atom = ("None",)
_DECIMAL: Shape = frozenset((("Decimal",),))
_TEXTS = (ScalarKind.STRING, ScalarKind.UUID)
_PROMOTED = {"int": "float", "datetime": "date", "bool": "int"}
"""A value of the first is one of the second."""


class Fit(Enum):
    """How a new type stands to an old one."""

    SAME = auto()
    WIRE = auto()
    """The same in Python, written otherwise on the wire."""
    WIDER = auto()
    NARROWER = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class _View:
    """What is told apart where types are compared."""

    on_wire: bool = False
    """What is one type in Python and is written in several ways."""
    arguments: bool = False
    """What may be given, where that is more than what is returned."""


@dataclass(frozen=True, slots=True)
class Types:
    """The types of one package."""

    models: Mapping[str, Model]
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Names of classes to those that they are compared by."""
    shared: frozenset[str] = frozenset()
    """Names of this package that the other has, too: what differs in them is told there."""

    def shape(
        self,
        type_: TypeRef | None,
        *,
        on_wire: bool = False,
        named: bool = False,
        arguments: bool = False,
    ) -> Shape:
        """Return what a value of a type may be.

        Args:
            type_: The type; None for what is not there.
            on_wire: Tell apart what is one type in Python and written in several ways.
            named: Leave the aliases that both packages have as names.
            arguments: It is the type of an argument.
        """
        if type_ is None:
            return frozenset((_NONE,))
        view = _View(on_wire, arguments)
        return self._shape(type_, view, self.shared if named else frozenset())

    def _called(self, name: str) -> str:
        return self.renamed.get(name, name)

    def _shape(self, type_: TypeRef, view: _View, seen: frozenset[str]) -> Shape:
        match type_:
            case Scalar(kind=kind):
                return _scalar(kind, view)
            case Named(key=key):
                return self._named(key, view, seen)
            case ListOf(item=item):
                return frozenset((("list", self._shape(item, view, seen)),))
            case MapOf(value=value):
                return frozenset((("dict", self._shape(value, view, seen)),))
            case TupleOf(items=items, rest=rest):
                shapes = tuple(self._shape(item, view, seen) for item in items)
                more = None if rest is None else self._shape(rest, view, seen)
                return frozenset((("tuple", shapes, more),))
            case UnionOf(members=members):
                decimal = _DECIMAL if view.arguments and takes_decimal(type_) else frozenset[Atom]()
                own = (self._shape(member, view, seen) for member in members)
                return _without_repetition(decimal.union(*own))
            case LiteralOf(values=values, open=is_open):
                return _without_repetition(frozenset(_literals(values, is_open=is_open)))
            case Anything():
                return frozenset((_ANY,))

    def _named(self, key: str, view: _View, seen: frozenset[str]) -> Shape:
        model = self.models[key]
        if model.kind is ModelKind.OBJECT or key in seen or model.target is None:
            return frozenset((("class", self._called(key)),))
        return self._shape(model.target, replace(view, arguments=False), seen | {key})

    def spelled(self, type_: TypeRef | None) -> str:
        """Return a type as the package spells it."""
        if type_ is None:
            return "None"
        return TypeSpeller(Imports(), str, "").spell(type_)

    def spelled_on_wire(self, type_: TypeRef | None) -> str:
        """Return a type as models spell it, which tells how it is written."""
        return "None" if type_ is None else TypeSpeller(Imports(), str, "", True).spell(type_)

    def values(self, type_: TypeRef | None) -> tuple[object, ...]:
        """Return the values that an enumeration lists; lists, mappings and null aside.

        Those of one among the members of a union that both packages have are told there.
        """
        match type_:
            case LiteralOf(values=values, open=True):
                return values
            case Named(key=key) if self.models[key].kind is ModelKind.ENUM:
                return tuple(one.value for one in self.models[key].values)
            case ListOf(item=inner) | MapOf(value=inner):
                return self.values(inner)
            case UnionOf(members=members):
                own = (one for one in members if not self._is_shared(one))
                return tuple(value for one in own for value in self.values(one))
            case _:
                return ()

    def _is_shared(self, type_: TypeRef) -> bool:
        return isinstance(type_, Named) and type_.key in self.shared

    def unions(self, type_: TypeRef | None) -> tuple[UnionOf, ...]:
        """Return the unions in a type whose members a property tells apart.

        Those of an alias that both packages have are told there.
        """
        match type_:
            case UnionOf(members=members, discriminator=discriminator):
                own = (type_,) if discriminator else ()
                return (*own, *(union for member in members for union in self.unions(member)))
            case ListOf(item=inner) | MapOf(value=inner):
                return self.unions(inner)
            case TupleOf(items=items, rest=rest):
                return tuple(union for one in (*items, rest) for union in self.unions(one))
            case Named(key=key) if key not in self.shared:
                model = self.models[key]
                return () if model.kind is ModelKind.OBJECT else self.unions(model.target)
            case _:
                return ()


def _scalar(kind: ScalarKind, view: _View) -> Shape:
    if view.on_wire:
        return frozenset((("str",) if kind in _TEXTS else (kind.value,),))
    return frozenset((cls,) for cls in classes_of(kind, arguments=view.arguments))


def _literals(values: tuple[object, ...], *, is_open: bool) -> list[Atom]:
    classes = {value: "None" if value is None else type(value).__name__ for value in values}
    free = is_open and "bool" not in classes.values()
    return [
        (cls,) if free or value is None else ("literal", cls, value)
        for value, cls in classes.items()
    ]


def _without_repetition(shape: Shape) -> Shape:
    """Leave out literals of a class that is there as a whole."""
    if _ANY in shape:
        return frozenset((_ANY,))
    return frozenset(one for one in shape if one[0] != "literal" or (one[1],) not in shape)


def fit(old: Shape, new: Shape, *, is_argument: bool = False) -> Fit:
    """Compare what a value may be.

    Args:
        old: Before.
        new: After.
        is_argument: The values are arguments, where lists and mappings are read only.
    """
    if old == new:
        return Fit.SAME
    wider = _holds(old, new, is_argument=is_argument)
    narrower = _holds(new, old, is_argument=is_argument)
    if wider and narrower:
        return Fit.SAME  # one type to a type checker, such as ``int | bool`` and ``int``
    if wider:
        return Fit.WIDER
    is_known = narrower and not is_argument and _becomes_object(old, new)
    return Fit.NARROWER if narrower and not is_known else Fit.OTHER


def compared(
    before: Types,
    after: Types,
    old: TypeRef | None,
    new: TypeRef | None,
    *,
    is_argument: bool = False,
) -> tuple[Fit, Shape, Shape]:
    """Compare two types, and return them as they were compared.

    An alias that is on both sides counts as the same, whatever it stands for by now.
    """
    found, was, now = Fit.OTHER, frozenset[Atom](), frozenset[Atom]()
    for named in (True, False):
        shapes = (
            before.shape(old, named=named, arguments=is_argument),
            after.shape(new, named=named, arguments=is_argument),
        )
        fits = fit(*shapes, is_argument=is_argument)
        if found is Fit.OTHER or fits is Fit.SAME:
            found, (was, now) = fits, shapes
        if found is Fit.SAME:
            break
    return found, was, now


def same_on_wire(before: Types, after: Types, old: TypeRef | None, new: TypeRef | None) -> bool:
    """Tell whether two types that are one in Python are written alike; null aside."""
    return any(
        _written(before.shape(old, on_wire=True, named=named))
        == _written(after.shape(new, on_wire=True, named=named))
        for named in (True, False)
    )


def _written(shape: Shape) -> Shape:
    """Leave out null, and whole numbers among all numbers."""
    return shape - {("null",), ("integer",)} if ("number",) in shape else shape - {("null",)}


def _holds(small: Shape, large: Shape, *, is_argument: bool) -> bool:
    """Tell whether each value of one type is a value of another."""
    if _ANY in large:
        return True
    return all(any(_is(one, other, is_argument) for other in large) for one in small)


def _is(one: Atom, other: Atom, is_argument: bool) -> bool:
    if one == other:
        return True
    match one, other:
        case ("literal", cls, _), (known,):
            return cls == known
        case (str() as cls,), (known,):
            return _PROMOTED.get(cls) == known or (cls, known) == ("bool", "float")
        case (("list" | "dict") as kind, frozenset() as inner), (also, frozenset() as outer):
            return kind == also and _items_hold(inner, outer, is_argument)
        case _:
            return False


def _items_hold(inner: Shape, outer: Shape, is_argument: bool) -> bool:
    """Tell whether a list of one type is a list of another: it may be written to, if it is not an
    argument.
    """
    if is_argument:
        return _holds(inner, outer, is_argument=True)
    return _ANY in outer


def _becomes_object(old: Shape, new: Shape) -> bool:
    """Tell whether what was read as plain JSON is read as an object of another class now."""
    if _ANY in old:
        return not all(map(_is_plain, new))
    nested = [
        (was[1], now[1])
        for was in old
        for now in new
        if was[0] == now[0] and was[0] in ("list", "dict")
    ]
    return any(
        _becomes_object(inner, outer)
        for inner, outer in nested
        if isinstance(inner, frozenset) and isinstance(outer, frozenset)
    )


def _is_plain(atom: Atom) -> bool:
    """Tell whether a value is what the JSON module would read."""
    match atom:
        case ("list" | "dict", frozenset() as inner):
            return all(map(_is_plain, inner))
    return atom[0] == "literal" or atom in (_ANY, _NONE, ("str",), ("int",), ("float",), ("bool",))


def is_nullable(shape: Shape) -> bool:
    """Tell whether a value may be None."""
    return _NONE in shape or _ANY in shape


def without_none(shape: Shape) -> Shape:
    """Return what a value may be besides None."""
    return shape - {_NONE}


def models_of(shape: Shape) -> frozenset[str]:
    """Return the names of the model classes that a value may be."""
    return frozenset(str(one[1]) for one in shape if one[0] == "class")


def optional(shape: Shape) -> Shape:
    """Return what a value may be, or None."""
    return shape if _ANY in shape else shape | {_NONE}
