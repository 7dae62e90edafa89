"""Facts of the lock file: one a line, so that Git merges two branches line by line.

The file is one JSON object. The checksums of files stand under their API; each name is an array on
a line of its own, which says what it is about: the API, the kind of fact, its key, its values. A
checksum over the names of an API says whether they are whole, so they are read when asked for. Of
two facts that contradict each other the first holds. So a file that Git has merged by taking the
lines of both sides is read as it is, even where a comma is missing then, and so is one with
conflict markers: the lines of our side come first.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, TypeAlias

Facts: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Kind of fact to key to values."""
Row: TypeAlias = tuple[str, ...]
"""The API, empty for the workspace; the kind of fact; its key; its values."""

WORKSPACE, SETTINGS, NAMES, FORMAT = "workspace", "settings", "names", "format"
SOURCE = "source"
_VALUES = (NAMES, SETTINGS, SOURCE)
"""What is said of an API in one line: checksums of its names and settings, where it is."""
_SECTIONS = {"inputs": "input", "outputs": "output"}
_KINDS = {kind: section for section, kind in _SECTIONS.items()}
_APIS = "apis"
_TOP, _API, _SECTION, _FILE = 1, 2, 3, 4
"""Columns in which the keys of the object, of APIs, of an API, and the paths of files begin."""
_NAMES_BEGIN, _NAMES_END, _NO_NAMES = b',\n "names": [', b"\n ]\n}\n", b"]\n}\n"
_OURS, _BASE, _THEIRS, _END = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"


class FactError(ValueError):
    """A line is no fact."""

    def __init__(self, line: int) -> None:
        super().__init__("it is no line of a lock file")
        self.line = line


def read_facts(content: bytes) -> tuple[dict[str, Facts], dict[str, frozenset[str]], bool]:
    """Return the facts of each API, and those of the workspace under the empty name.

    Beside them it returns the keys of which facts contradict each other, and whether a merge has
    left more lines than there are facts.

    Raises:
        FactError: A line is no fact.
    """
    rows, is_merged = _rows_of(content)
    facts, told, count = group(rows)
    return facts, told, is_merged or len(rows) != count


def group(rows: Iterable[Row]) -> tuple[dict[str, Facts], dict[str, frozenset[str]], int]:
    """Return facts by API, the keys of which some contradict each other, and how many there are."""
    found: defaultdict[str, defaultdict[str, dict[str, tuple[str, ...]]]]
    found = defaultdict(lambda: defaultdict(dict))
    disputed: defaultdict[str, set[str]] = defaultdict(set)
    for api, kind, key, *values in rows:
        known = tuple(values)
        if found[api][kind].setdefault(key, known) != known:
            disputed[api].add(key)
    count = sum(len(table) for kinds in found.values() for table in kinds.values())
    facts: dict[str, Facts] = {api: dict(kinds) for api, kinds in found.items()}
    told = {api: frozenset(keys) for api, keys in disputed.items()}
    return facts, told, count


def read_whole(content: bytes) -> tuple[list[Row], dict[str, bytes]] | None:
    """Return the facts of a file but its names, and the lines that each API's names have, unread.

    None where the file may be anything but what was written.
    """
    head, opening, rest = content.partition(_NAMES_BEGIN)
    if not opening or not (rest == _NO_NAMES or rest.endswith(_NAMES_END)):
        return None
    names = b"" if rest == _NO_NAMES else rest[1 : -len(_NAMES_END)]
    try:
        data = {**json.loads(head + b"\n}"), NAMES: []}
        rows = [*_of_object(data)]
        known = {api: data[_APIS][api][NAMES] for api in sorted(data[_APIS])}
        if _count_lines(data) != head.count(b"\n") + 3:  # those around the names are not in it
            return None
    except (ValueError, TypeError, AttributeError, KeyError):
        return None
    lines = _cut(names, [api for api, one in known.items() if one])
    if lines is None or any(names_checksum(lines[api]) != known[api] for api in lines):
        return None
    return rows, lines


def _cut(names: bytes, apis: list[str]) -> dict[str, bytes] | None:
    """Return the lines of each of some APIs, which stand in this order; None where they do not."""
    lines: dict[str, bytes] = {}
    start = 0
    for api, following in pairwise([*apis, ""]):
        begins = f",\n  [{json.dumps(following, ensure_ascii=False)},".encode()
        end = names.find(begins, start) if following else len(names)
        if end < start:
            return None
        lines[api] = names[start:end]
        start = end + len(b",\n")
    return lines if lines or not names else None


def names_checksum(lines: bytes) -> str:
    """Return what the file says of the lines of an API's names; empty without any."""
    return hashlib.sha256(lines).hexdigest() if lines else ""


def write_facts(rows: Iterable[Row], names: Iterable[bytes]) -> bytes:
    """Return the file that has some facts, in the order of their keys, and lines of names."""
    tops: list[bytes] = []
    apis: defaultdict[str, dict[str, list[bytes]]]
    apis = defaultdict(lambda: {section: [] for section in (*_SECTIONS, *_VALUES)})
    for row in sorted(rows):
        api, kind, key, *values = row
        if kind == WORKSPACE:
            value = int(values[0]) if key == FORMAT else values[0]
            tops.append(b" %s: %s" % (_text(key), _text(value)))
        elif kind in _VALUES:
            apis[api][kind].append(b"   %s: %s" % (_text(kind), _text(values[0])))
        else:
            apis[api][_KINDS[kind]].append(b"    %s: %s" % (_text(key), _text(values[0])))
    known = [
        _block(
            b"  %s: {" % _text(api),
            [
                *(_block(b"   %s: {" % _text(one), files[one], b"   }") for one in _SECTIONS),
                *(line for one in _VALUES for line in files[one]),
            ],
            b"  }",
        )
        for api, files in apis.items()
    ]
    tops.append(_block(b' "apis": {', known, b" }"))
    tops.append(_block(b' "names": [', [*names], b" ]"))
    return _block(b"{", tops, b"}\n")


def _block(start: bytes, inner: list[bytes], end: bytes) -> bytes:
    """Return what stands in brackets, each on lines of its own."""
    return b"\n".join((start, b",\n".join(inner), end)) if inner else start + end.lstrip()


def name_lines(rows: list[Row]) -> bytes:
    """Return facts on a line each, sorted; there are thousands of them."""
    import orjson  # noqa: PLC0415 - a run with nothing to do writes no lock

    rows.sort()
    try:
        return b",\n".join([b"  " + orjson.dumps(row) for row in rows])
    except TypeError:  # half of a surrogate pair
        return b",\n".join([b"  " + _text(row) for row in rows])


def _text(value: object) -> bytes:
    import orjson  # noqa: PLC0415 - a run with nothing to do writes no lock

    try:
        return orjson.dumps(value)
    except TypeError:  # half of a surrogate pair
        return json.dumps(value, separators=(",", ":")).encode()


def _rows_of(content: bytes) -> tuple[list[Row], bool]:
    """Return the facts of a file, and whether it may be anything but what was written."""
    try:
        data = json.loads(content)
        rows = [*_of_object(data)]
    except (ValueError, TypeError, AttributeError, KeyError):
        return [*_of_lines(content)], True  # markers of a conflict; a comma that a merge has lost
    is_whole = _count_lines(data) == content.count(b"\n")
    return (rows, False) if is_whole else ([*_of_lines(content)], True)


def _of_object(data: Any) -> Iterator[Row]:
    yield from (("", WORKSPACE, key, str(data[key])) for key in data if key not in (_APIS, NAMES))
    for api, known in data[_APIS].items():
        yield from ((api, kind, "", known[kind]) for kind in _VALUES if kind in known)
        for section, kind in _SECTIONS.items():
            yield from ((api, kind, path, found) for path, found in known[section].items())
    yield from map(tuple, data[NAMES])


def _count_lines(data: Any) -> int:
    """Return how many lines an object has where nothing in it is said twice."""
    tables = [data[_APIS], data[NAMES]]
    tables += [known[section] for known in data[_APIS].values() for section in _SECTIONS]
    apis = data[_APIS].values()
    inner = len(data) - 2 + sum(kind in known for known in apis for kind in _VALUES)
    return 2 + inner + sum(len(one) + 2 if one else 1 for one in tables[1:]) + _lines_of_apis(data)


def _lines_of_apis(data: Any) -> int:
    return 2 + 2 * len(data[_APIS]) if data[_APIS] else 1


def _of_lines(content: bytes) -> Iterator[Row]:
    """Yield the facts of a file line by line; columns tell what a line is about."""
    api = kind = ""
    for number, line in sides(content):
        text = line.strip().rstrip(b",")
        column = len(line) - len(line.lstrip(b" "))
        if text in (b"", b"{", b"}", b"]", b"[]", b"{}"):
            continue
        try:
            if text.startswith(b"["):
                yield _array(text)
                continue
            key, value = _entry(text)
        except (ValueError, TypeError):
            raise FactError(number) from None
        if column == _TOP and value is not None:
            yield "", WORKSPACE, key, str(value)
        elif column == _API:
            api, kind = key, ""
        elif column == _SECTION and key in _VALUES:
            yield api, key, "", str(value)
        elif column == _SECTION:
            kind = _SECTIONS.get(key, "")
        elif column == _FILE and kind:
            yield api, kind, key, str(value)


def _array(text: bytes) -> Row:
    row = json.loads(text)
    if len(row) < 4 or not all(isinstance(one, str) for one in row):
        raise ValueError
    return tuple(row)


def _entry(text: bytes) -> tuple[str, object]:
    """Read a key with its value; None where more lines have the value."""
    opens = text.endswith((b"{", b"["))
    [(key, value)] = json.loads(b"{%s}" % (text[:-1] + b"null" if opens else text)).items()
    return key, value


def has_conflict(content: bytes) -> bool:
    """Tell whether Git has left the markers of a conflict."""
    return content.startswith(_OURS) or b"\n%s" % _OURS in content


def sides(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file with their numbers, from 1; where Git has left a conflict those of
    both sides, ours first.
    """
    in_base = False
    for number, line in enumerate(content.splitlines(), start=1):
        if line.startswith((_OURS, _END)):
            continue
        if line.startswith((_BASE, _THEIRS)):
            in_base = line.startswith(_BASE)
        elif not in_base:
            yield number, line


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
