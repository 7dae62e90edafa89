"""Fields of a type, and the paths that dotted names lead along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specmill.model.models import Field, FieldRef, Model, ModelKind
from specmill.model.types import ListOf, Named, TypeRef, UnionOf, without_null


def fields_of(
    models: Mapping[str, Model], type_: TypeRef | None
) -> Sequence[tuple[FieldRef, Field]]:
    """Return the fields of an object, also one that may be null or has another name."""
    while isinstance(type_ := without_null(type_), Named):
        model = models[type_.key]
        if model.kind is not ModelKind.ALIAS:
            return [(FieldRef(model.key, field.wire), field) for field in model.fields]
        type_ = model.target
    return ()


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
    found: dict[TypeRef, None] = {}
    seen: set[str] = set()
    pending = [type_]
    while pending:
        match without_null(pending.pop()):
            case ListOf(item=item):
                found[item] = None
            case Named(key=key) if key in seen:
                pass
            case Named(key=key) if models[key].kind is ModelKind.ALIAS:
                seen.add(key)
                pending.append(models[key].target)
            case UnionOf(members=members):
                pending += reversed(members)
            case _:
                return ()
    return tuple(found)
