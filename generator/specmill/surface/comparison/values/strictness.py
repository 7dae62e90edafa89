"""Which of two sets of constraints refuses values that the other takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from specmill.model.constraints import (
    NO_BOUNDS,
    Also,
    Among,
    Bounds,
    Contains,
    Either,
    InOrder,
    Needs,
    NeedsWith,
    Not,
    OfItems,
    OfKind,
    OfMatching,
    OfNames,
    OfOthers,
    OfProperty,
    Rule,
    When,
)
from specmill.values import replace

_LEAST = ("min_length", "min_items", "min_properties")
_MOST = ("max_length", "max_items", "max_properties")
_EVERY_TEXT = frozenset(("", ".*", "^.*$", "^.*", ".*$"))


def without_trivial(bounds: Bounds) -> Bounds:
    """Return constraints without those that hold of every value, such as ``minLength: 0``."""
    trivial: dict[str, Any] = {name: None for name in _LEAST if getattr(bounds, name) == 0}
    if bounds.pattern and bounds.pattern in _EVERY_TEXT:
        trivial["pattern"] = ""
    return replace(bounds, **trivial) if trivial else bounds


def is_tighter(old: Bounds, new: Bounds) -> bool:
    """Tell whether some value was fine and is not any more, as far as constraints tell."""
    if new in (old, NO_BOUNDS):
        return False
    return (
        _exceeds(_upper(old), _upper(new))
        or _exceeds(_lower(old), _lower(new))
        or any(_exceeds(_most(old, name), _most(new, name)) for name in _MOST)
        or any(_exceeds(_least(old, name), _least(new, name)) for name in _LEAST)
        or (new.pattern not in _EVERY_TEXT and new.pattern != old.pattern)
        or (new.unique_items and not old.unique_items)
        or _is_other_multiple(old.multiple_of, new.multiple_of)
        or any(not _is_asked(rule, old.rules) for rule in new.rules)
    )


Limit = tuple[float, bool]
"""A number that values stay below, and whether they may be it."""


def _exceeds(old: Limit | None, new: Limit | None) -> bool:
    return new is not None and (old is None or new < old)


def _upper(bounds: Bounds) -> Limit | None:
    found = [(bounds.maximum, True), (bounds.exclusive_maximum, False)]
    return min(((value, may) for value, may in found if value is not None), default=None)


def _lower(bounds: Bounds) -> Limit | None:
    found = [(bounds.minimum, True), (bounds.exclusive_minimum, False)]
    return min(((-value, may) for value, may in found if value is not None), default=None)


def _most(bounds: Bounds, name: str) -> Limit | None:
    value = getattr(bounds, name)
    return None if value is None else (value, True)


def _least(bounds: Bounds, name: str) -> Limit | None:
    return (-value, True) if (value := getattr(bounds, name)) else None


def _is_other_multiple(old: float | None, new: float | None) -> bool:
    if new is None or old is None:
        return new is not None
    return Fraction(str(old)) % Fraction(str(new)) != 0


def _is_asked(rule: Rule, earlier: Iterable[Rule]) -> bool:
    """Tell whether an earlier rule refuses all that this one does."""
    return any(
        one == rule or (type(one) is type(rule) and _COVERS[type(rule)](one, rule))
        for one in earlier
        if one == rule or type(rule) in _COVERS
    )


def _covers(old: Any, new: Any) -> bool:
    return not is_tighter(old.bounds, new.bounds)


def _named(old: Any, new: Any) -> bool:
    return bool(old.name == new.name) and _covers(old, new)


def _matching(old: OfMatching, new: OfMatching) -> bool:
    return old.pattern == new.pattern and _covers(old, new)


def _others(old: OfOthers, new: OfOthers) -> bool:
    return old.alone == new.alone and _covers(old, new)


def _contains(old: Contains, new: Contains) -> bool:
    most = new.most is None or (old.most is not None and old.most <= new.most)
    return old.bounds == new.bounds and old.least >= new.least and most


def _in_order(old: InOrder, new: InOrder) -> bool:
    if len(old.items) < len(new.items):
        return False
    return not any(is_tighter(*pair) for pair in zip(old.items, new.items, strict=False))


def _kinds(old: OfKind, new: OfKind) -> bool:
    return set(old.kinds) <= set(new.kinds) and new.format in ("", old.format)


def _needs_with(old: NeedsWith, new: NeedsWith) -> bool:
    return old.name == new.name and set(new.names) <= set(old.names)


def _either(old: Either, new: Either) -> bool:
    if old.exactly_one or new.exactly_one:
        return False
    return all(any(not is_tighter(was, now) for now in new.choices) for was in old.choices)


def _when(old: When, new: When) -> bool:
    tighter = is_tighter(old.then, new.then) or is_tighter(old.otherwise, new.otherwise)
    return old.condition == new.condition and not tighter


_COVERS: dict[type, Callable[[Any, Any], bool]] = {
    Also: _covers,
    OfItems: _covers,
    OfNames: _covers,
    OfProperty: _named,
    OfMatching: _matching,
    OfOthers: _others,
    Contains: _contains,
    InOrder: _in_order,
    OfKind: _kinds,
    Among: lambda old, new: set(old.values) <= set(new.values),
    Needs: lambda old, new: set(new.names) <= set(old.names),
    NeedsWith: _needs_with,
    Not: lambda old, new: not is_tighter(new.bounds, old.bounds),
    Either: _either,
    When: _when,
}
"""Whether the first of two rules of a kind refuses all that the second does."""
