"""References to models: those that a type, or a model, is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from specmill.model.constraints import NO_BOUNDS, Bounds, both
from specmill.model.models import Model, ModelKind
from specmill.model.types import (
    ListOf,
    MapOf,
    Named,
    Scalar,
    TupleOf,
    TypeRef,
    UnionOf,
    without_null,
)


def bounds_behind(
    models: Mapping[str, Model], type_: TypeRef | None, bounds: Bounds = NO_BOUNDS
) -> Bounds:
    """Return constraints with those of the aliases that a type leads to, null aside."""
    seen: set[str] = set()
    while True:
        type_ = without_null(type_)
        if not isinstance(type_, Named) or type_.key in seen:
            return bounds
        model = models[type_.key]
        if model.kind is ModelKind.OBJECT:
            return bounds
        seen.add(type_.key)
        bounds, type_ = both(model.bounds, bounds), model.target


def references(type_: TypeRef | None) -> Iterator[str]:
    """Yield the keys of the models that a type names."""
    match type_:
        case Named(key=key):
            yield key
        case ListOf(item=inner) | MapOf(value=inner):
            yield from references(inner)
        case TupleOf(items=items, rest=rest):
            for inner in items:
                yield from references(inner)
            yield from references(rest)
        case UnionOf(members=members, mapping=mapping, other=other):
            for member in members:
                yield from references(member)
            yield from references(other)
            for _, target in mapping:
                yield from references(target)
        case _:
            return


def model_references(model: Model) -> Iterator[str]:
    """Yield the keys of the models that a model is made of."""
    for field in model.fields:
        if type(field.type) is not Scalar:  # as most are
            yield from references(field.type)
    yield from references(model.extra)
    yield from references(model.target)


def with_holders(models: Mapping[str, Model], found: AbstractSet[str]) -> frozenset[str]:
    """Return the keys of some models with those of the models that hold them, at any depth."""
    known, pending = {*found}, [*found]
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for key in models if found else ():
        for used in model_references(models[key]):
            holders[used].append(key)
    while pending:
        new = {*holders[pending.pop()]} - known
        known |= new
        pending += new
    return frozenset(known)
