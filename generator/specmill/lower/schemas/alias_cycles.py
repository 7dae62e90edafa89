"""Circular aliases, with no list, map or object between (``A: A | string``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmill.lower.keywords import join_types
from specmill.model.models import Model, ModelKind
from specmill.model.types import Named, TypeRef, UnionOf
from specmill.values import replace


def without_circles(models: Mapping[str, Model]) -> Iterator[tuple[str, Model]]:
    """Yield aliases that are unions with themselves, by key, as the union of the other members."""
    for key, model in models.items():
        if model.kind is not ModelKind.ALIAS or not _reaches(models, model.target, key):
            continue
        others = list(_members(models, model.target, {key}))
        yield key, replace(model, target=join_types(others))


def _direct(type_: TypeRef | None) -> Iterator[TypeRef]:
    """Yield what a type is at once: the members of a union, or itself."""
    if isinstance(type_, UnionOf):
        yield from type_.members
    elif type_ is not None:
        yield type_


def _aliased(models: Mapping[str, Model], type_: TypeRef) -> str:
    if isinstance(type_, Named):
        model = models.get(type_.key)
        return type_.key if model is not None and model.kind is ModelKind.ALIAS else ""
    return ""


def _reaches(models: Mapping[str, Model], type_: TypeRef | None, key: str) -> bool:
    seen: set[str] = set()
    pending = [type_]
    while pending:
        for one in _direct(pending.pop()):
            alias = _aliased(models, one)
            if alias == key:
                return True
            if alias and alias not in seen:
                seen.add(alias)
                pending.append(models[alias].target)
    return False


def _members(
    models: Mapping[str, Model], type_: TypeRef | None, seen: set[str]
) -> Iterator[TypeRef]:
    for one in _direct(type_):
        alias = _aliased(models, one)
        if not alias or not _reaches(models, models[alias].target, alias):
            yield one
        elif alias not in seen:
            seen.add(alias)
            yield from _members(models, models[alias].target, seen)
