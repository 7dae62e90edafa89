"""Queries of lists: the entities that are asked for, and how many of them at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ...data.json_shapes import is_array, is_object
from ...data.omission import omit
from ..spec.merging import properties_of
from .kinds import Kind, plainly

_SIZES = frozenset(
    {"pagesize", "perpage", "limit", "maxresults", "size", "pagelimit", "maxkeys", "top", "take"}
)
_OF_PAGES = _SIZES | {"page", "offset", "cursor", "pagetoken", "marker", "after", "before", "skip"}


def page_size(query: Mapping[str, Any]) -> int | None:
    """Return how many a request asks for, None where it does not say."""
    for name, value in query.items():
        if plainly(name) in _SIZES and isinstance(value, int) and value > 0:
            return value
    return None


def fits(value: Mapping[str, Any], wanted: Mapping[str, Collection[Any]]) -> bool:
    """Tell whether an entity has what is asked for."""
    for name, allowed in wanted.items():
        found = value.get(name)
        several = found if is_array(found) else [found]
        if not any(_text(one) in allowed for one in several):
            return False
    return True


def filters(kind: Kind, query: Mapping[str, Any]) -> dict[str, set[str]]:
    """Return the fields that parameters of a query are called like, with the values asked for."""
    return dict(_filters(kind, query))


def _filters(kind: Kind, query: Mapping[str, Any]) -> Iterator[tuple[str, set[str]]]:
    fields = {plainly(name): str(name) for name in properties_of(kind.schema)}
    for name, value in query.items():
        wanted = plainly(name)
        if value is omit or wanted in _OF_PAGES or wanted not in fields or is_object(value):
            continue
        several = list(value) if is_array(value) else [value]
        if several:
            yield fields[wanted], {_text(one) for one in several}


def _text(value: Any) -> str:
    """Write a value as it stands in a query."""
    return str(value).lower() if isinstance(value, bool) else str(value)
