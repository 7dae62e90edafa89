"""Lines of the lock file: one fact each, so that Git merges two branches line by line.

A line is a JSON array (JSON Lines): the API, empty for the workspace; the kind of fact; its key;
and its values. Lines stand in any order; of two that contradict each other the first holds. So a
file that Git has merged by taking the lines of both sides is right as it is, and so is one with
conflict markers: the lines of our side come first.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Facts = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Kind of fact to key to values."""

_OURS, _BASE, _THEIRS, _END = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"


class FactError(ValueError):
    """A line is no fact."""

    def __init__(self, line: int) -> None:
        super().__init__("it is no JSON array of texts")
        self.line = line


def read_facts(content: bytes) -> tuple[dict[str, Facts], dict[str, frozenset[str]], bool]:
    """Return the facts of each API, and those of the workspace under the empty name.

    Beside them it returns the keys of which lines contradict each other, and whether a merge has
    left more lines than there are facts.

    Raises:
        FactError: A line is no fact.
    """
    lines = [line for line in sides(content) if line.strip()]
    found: defaultdict[str, defaultdict[str, dict[str, tuple[str, ...]]]]
    found = defaultdict(lambda: defaultdict(dict))
    disputed: defaultdict[str, set[str]] = defaultdict(set)
    try:
        rows = json.loads(b"[%s]" % b",".join(lines))
        for api, kind, key, *values in rows:
            known = tuple(values)
            if found[api][kind].setdefault(key, known) != known:
                disputed[api].add(key)
        count = sum(len(table) for kinds in found.values() for table in kinds.values())
    except (ValueError, TypeError):
        raise FactError(_wrong_line(content)) from None
    is_merged = len(rows) != count or has_conflict(content)
    facts: dict[str, Facts] = {api: dict(kinds) for api, kinds in found.items()}
    return facts, {api: frozenset(keys) for api, keys in disputed.items()}, is_merged


def write_facts(rows: Iterable[tuple[str, ...]]) -> bytes:
    """Return the lines of facts, sorted."""
    import orjson  # noqa: PLC0415 - a run with nothing to do writes no lock

    def line(row: tuple[str, ...]) -> bytes:
        try:
            return orjson.dumps(row)
        except TypeError:  # half of a surrogate pair
            return json.dumps(row, separators=(",", ":")).encode()

    return b"\n".join([*sorted({*map(line, rows)}), b""])


def has_conflict(content: bytes) -> bool:
    """Tell whether Git has left the markers of a conflict."""
    return content.startswith(_OURS) or b"\n%s" % _OURS in content


def sides(content: bytes) -> Iterator[bytes]:
    """Yield the lines of a file; where Git has left a conflict those of both sides, ours first."""
    in_base = False
    for line in content.splitlines():
        if line.startswith((_OURS, _END)):
            continue
        if line.startswith((_BASE, _THEIRS)):
            in_base = line.startswith(_BASE)
        elif not in_base:
            yield line


def both_sides(content: bytes) -> tuple[bytes, bytes]:
    """Return what our side of a conflict has, and what theirs has."""
    ours: list[bytes] = []
    theirs: list[bytes] = []
    now: tuple[list[bytes], ...] = (ours, theirs)
    for line in content.splitlines():
        if line.startswith(_OURS):
            now = (ours,)
        elif line.startswith(_BASE):
            now = ()
        elif line.startswith(_THEIRS):
            now = (theirs,)
        elif line.startswith(_END):
            now = (ours, theirs)
        else:
            for side in now:
                side.append(line)
    return b"\n".join(ours), b"\n".join(theirs)


def _wrong_line(content: bytes) -> int:
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip() and not line.startswith((_OURS, _BASE, _THEIRS, _END)):
            try:
                row: Any = json.loads(line)
            except ValueError:
                return number
            texts = isinstance(row, list) and len(row) > 2
            if not texts or not all(isinstance(one, str) for one in row):
                return number
    return 1
