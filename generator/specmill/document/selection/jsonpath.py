"""JSONPath (RFC 9535): fast for the queries of most overlays, complete by a library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeAlias

from specmill.document.shapes import Path
from specmill.values import dataclass

_TEXT = r"'[^'\\]*'|\"[^\"\\]*\""
_NAME = r"[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*"
_SEGMENT = re.compile(
    rf"""
      \.(?P<name>{_NAME})
    | (?P<any>\.\*|\[\s*\*\s*\])
    | \[\s*(?P<key>{_TEXT})\s*\]
    | \[\s*(?P<index>0|[1-9][0-9]*)\s*\]
    | \[\s*\?\s*(?P<open>\()?\s*@(?:\.(?P<field>{_NAME})|\[\s*(?P<quoted>{_TEXT})\s*\])
      \s*==\s*(?P<value>{_TEXT})\s*(?(open)\)\s*)\]
    """,
    re.VERBOSE,
)


class QueryError(ValueError):
    """A query that is no JSONPath."""


@dataclass(frozen=True, slots=True)
class _Child:
    key: str | int


@dataclass(frozen=True, slots=True)
class _Each:
    """All children, or those whose ``field`` is the string ``value``."""

    field: str = ""
    value: str = ""


_Segment: TypeAlias = _Child | _Each


def select(root: Any, query: str) -> list[tuple[Path, Any]]:
    """Give the path and the value of each node that ``query`` selects, each node once.

    Raises QueryError when the query is malformed.
    """
    segments = _parse(query)
    if segments is None:
        return _select_any(root, query)
    found: Iterable[tuple[Path, Any]] = [(None, root)]
    for segment in segments:
        found = _children(found, segment)
    return list(found)


def misses(root: Any, query: str) -> tuple[str, list[str]]:
    """Give the name that a query looks for where nothing is found any more, and what is there.

    Both are empty for a query that finds something, or is of another kind than most.
    """
    found: list[tuple[Path, Any]] = [(None, root)]
    for segment in _parse(query) or ():
        following = list(_children(found, segment))
        if following:
            found = following
        elif isinstance(segment, _Child):
            names = [key for _, value in found if isinstance(value, dict) for key in value]
            return str(segment.key), names
        else:
            items = (item for _, item in _children(found, _Each()))
            fields = (item.get(segment.field) for item in items if isinstance(item, dict))
            return segment.value, [one for one in fields if isinstance(one, str)]
    return "", []


@lru_cache(maxsize=1024)
def _parse(query: str) -> tuple[_Segment, ...] | None:
    """Read a query of plain steps and single comparisons; None when it is of another kind."""
    if not query.startswith("$"):
        return None
    segments: list[_Segment] = []
    position = 1
    while position < len(query):
        match = _SEGMENT.match(query, position)
        if match is None:
            return None
        position = match.end()
        if match["any"]:
            segments.append(_Each())
        elif match["value"]:
            name = match["field"] or match["quoted"][1:-1]
            segments.append(_Each(name, match["value"][1:-1]))
        elif match["index"]:
            segments.append(_Child(int(match["index"])))
        else:
            segments.append(_Child(match["name"] or match["key"][1:-1]))
    return tuple(segments)


def _children(found: Iterable[tuple[Path, Any]], segment: _Segment) -> Iterator[tuple[Path, Any]]:
    if isinstance(segment, _Child):
        key = segment.key
        for path, value in found:
            if isinstance(value, dict):
                if key in value and isinstance(key, str):
                    yield (path, key), value[key]
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                yield (path, key), value[key]
        return
    field, wanted = segment.field, segment.value
    for path, value in found:
        if isinstance(value, dict):
            items: Iterable[tuple[str | int, Any]] = value.items()
        elif isinstance(value, list):
            items = enumerate(value)
        else:
            continue
        for key, item in items:
            if not field or (isinstance(item, dict) and item.get(field) == wanted):
                yield (path, key), item


def _select_any(root: Any, query: str) -> list[tuple[Path, Any]]:
    import jsonpath_rfc9535  # noqa: PLC0415 - few overlays need it

    try:
        nodes = jsonpath_rfc9535.find(query, root)
    except jsonpath_rfc9535.JSONPathError as error:
        raise QueryError(str(error)) from None
    unique: dict[tuple[str | int, ...], Any] = {node.location: node.value for node in nodes}
    result: list[tuple[Path, Any]] = []
    for location, value in unique.items():
        path: Path = None
        for key in location:
            path = (path, key)
        result.append((path, value))
    return result
