"""Which models a type, or a model, is made of."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.api import Model
from specmill.model.types import ListOf, MapOf, Named, TypeRef, UnionOf


def references(type_: TypeRef | None) -> Iterator[str]:
    """Yield the keys of the models that a type names."""
    match type_:
        case Named(key=key):
            yield key
        case ListOf(item=inner) | MapOf(value=inner):
            yield from references(inner)
        case UnionOf(members=members, mapping=mapping):
            for member in members:
                yield from references(member)
            for _, target in mapping:
                yield from references(target)
        case _:
            return


def model_references(model: Model) -> Iterator[str]:
    """Yield the keys of the models that a model is made of."""
    for field in model.fields:
        yield from references(field.type)
    yield from references(model.extra)
    yield from references(model.target)
