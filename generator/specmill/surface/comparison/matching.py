"""Which method, model or argument of one package is which of another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from specmill.model.models import ModelKind
from specmill.surface.value import Argument, Method, Model
from specmill.values import dataclass

T = TypeVar("T")

_PARAMETER = re.compile(r"\{[^{}]*\}")
_ALIKE = 0.75
"""Share of fields in common from which on two classes are one that was renamed."""
_FEW_FIELDS = 3
"""Fields that are too few to tell a class by, where not all of them are the same."""


@dataclass(frozen=True, slots=True)
class Matched(Generic[T]):
    """What is on both sides, and what on one."""

    pairs: tuple[tuple[T, T], ...]
    removed: tuple[T, ...]
    added: tuple[T, ...]


def match(old: Iterable[T], new: Iterable[T], *keys: Callable[[T], Hashable | None]) -> Matched[T]:
    """Pair things by the first key that says who is who: a key that one thing alone has.

    Args:
        old: One side.
        new: The other side.
        keys: Each gives what to know a thing by; None for nothing.
    """
    removed, added = list(old), list(new)
    pairs: list[tuple[T, T]] = []
    for key in keys:
        before, after = _by(key, removed), _by(key, added)
        found = [(before[known], after[known]) for known in before if known in after]
        pairs += found
        gone, come = {id(one) for one, _ in found}, {id(one) for _, one in found}
        removed = [one for one in removed if id(one) not in gone]
        added = [one for one in added if id(one) not in come]
    return Matched(tuple(pairs), tuple(removed), tuple(added))


def _by(key: Callable[[T], Hashable | None], things: Sequence[T]) -> dict[Hashable, T]:
    keys = [key(one) for one in things]
    counts = Counter(keys)
    return {
        known: one
        for known, one in zip(keys, things, strict=True)
        if known is not None and counts[known] == 1
    }


def without_names(path: str) -> str:
    """Return a path without the names of its parameters."""
    return _PARAMETER.sub("{}", path)


def names_in(path: str) -> list[str]:
    """Return the names of the parameters of a path, in order."""
    return _PARAMETER.findall(path)


def match_methods(old: Iterable[Method], new: Iterable[Method]) -> Matched[Method]:
    """Pair methods: by verb and path, by operation id, then by name."""
    return match(
        old,
        new,
        lambda one: (one.verb, without_names(one.path), one.form),
        lambda one: (one.id, one.form),
        lambda one: one.name,
    )


def match_models(old: Iterable[Model], new: Iterable[Model]) -> Matched[Model]:
    """Pair models: by the name that programs import, by component or place, by what they have."""
    found = match(old, new, lambda one: one.name, lambda one: one.key, _content)
    alike = [
        (before, after)
        for before in found.removed
        for after in found.added
        if _are_alike(before, after)
    ]
    olds, news = Counter(id(one) for one, _ in alike), Counter(id(one) for _, one in alike)
    pairs = tuple(
        (one, other) for one, other in alike if olds[id(one)] == 1 and news[id(other)] == 1
    )
    gone, come = {id(one) for one, _ in pairs}, {id(one) for _, one in pairs}
    return Matched(
        (*found.pairs, *pairs),
        tuple(one for one in found.removed if id(one) not in gone),
        tuple(one for one in found.added if id(one) not in come),
    )


def _content(model: Model) -> Hashable | None:
    """Return what a class or an enumeration has; None for too little to know it by."""
    if model.kind is ModelKind.OBJECT:
        return frozenset(one.field.wire for one in model.attributes) or None
    if model.kind is ModelKind.ENUM:
        return tuple(one.value for one in model.values)
    return None


def _are_alike(old: Model, new: Model) -> bool:
    before = {one.field.wire for one in old.attributes}
    after = {one.field.wire for one in new.attributes}
    common = len(before & after)
    return common >= _FEW_FIELDS and common >= _ALIKE * len(before | after)


def match_arguments(old: Method, new: Method) -> Matched[Argument]:
    """Pair the arguments of a method: by what travels, by name, by their turn in the path."""
    turns = _turns(old) | _turns(new)
    return match(
        old.arguments,
        new.arguments,
        lambda one: (one.place, one.wire, one.name),
        lambda one: (one.place, one.wire),
        lambda one: one.name,
        lambda one: turns.get(id(one)),
    )


def _turns(method: Method) -> dict[int, int]:
    """Tell which parameter of the path each argument is, by the identity of the argument."""
    names = [name.strip("{}+") for name in _PARAMETER.findall(method.path)]
    return {
        id(one): names.index(one.wire)
        for one in method.arguments
        if one.place == "path" and one.wire in names
    }
