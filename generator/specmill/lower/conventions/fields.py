"""Fields of a type, and the paths that dotted names lead along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specmill.model.models import Field, FieldRef, Model, ModelKind
from specmill.model.types import ListOf, Named, TypeRef, UnionOf, without_null


def fields_of(
    models: Mapping[str, Model], type_: TypeRef | None
) -> Sequence[tuple[FieldRef, Field]]:
    """Return the fields of an object, also one that may be null or has another name."""
    type_ = without_null(type_)
    if not isinstance(type_, Named):
        return ()
    model = models[type_.key]
    if model.kind is ModelKind.ALIAS:
        return fields_of(models, model.target)
    return [(FieldRef(model.key, field.wire), field) for field in model.fields]


def path_to(models: Mapping[str, Model], type_: TypeRef | None, name: str) -> tuple[FieldRef, ...]:
    """Follow a dotted name into objects; a field whose own name has dots wins.

    An empty path tells that it leads nowhere.
    """
    for ref, field in sorted(fields_of(models, type_), key=lambda pair: -len(pair[0].wire)):
        if field.wire == name:
            return (ref,)
        if name.startswith(f"{field.wire}."):
            rest = path_to(models, field.type, name[len(field.wire) + 1 :])
            if rest:
                return (ref, *rest)
    return ()


def items_of(models: Mapping[str, Model], type_: TypeRef | None) -> tuple[TypeRef, ...]:
    """Return what the items of a list may be, also of one that has a name or may be of some types.

    Nothing tells that the type is no list.
    """
    match without_null(type_):
        case ListOf(item=item):
            return (item,)
        case Named(key=key) if models[key].kind is ModelKind.ALIAS:
            return items_of(models, models[key].target)
        case UnionOf(members=members):
            found = [items_of(models, member) for member in members]
            return (
                tuple(dict.fromkeys(one for items in found for one in items)) if all(found) else ()
            )
        case _:
            return ()
