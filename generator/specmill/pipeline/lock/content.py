"""Content of the lock file: what is locked as facts, and facts as what is locked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from specmill.given_names import GivenNames, GivenOperation
from specmill.pipeline.lock.facts import (
    NAMES,
    SETTINGS,
    SOURCE,
    Facts,
    both_sides,
    group,
    has_conflict,
    names_checksum,
    read_facts,
    read_whole,
    write_facts,
)
from specmill.pipeline.lock.names import LockedNames, given_by_facts
from specmill.values import dataclass, replace

_FORMAT = "2"
_OLDER = 1
"""The format of lock files whose names are known by positions."""
_HAS_NAMES = re.compile(rb"^ *\[", re.MULTILINE)
"""A name in a line of its own."""


@dataclass(frozen=True, slots=True)
class ApiLock:
    """One API in the lock; paths are relative to the workspace's folder, values SHA-256 in hex."""

    settings: str
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    written: LockedNames = field(default_factory=LockedNames)
    """Its names, unread."""
    disputed: frozenset[str] = frozenset()
    """Outputs that both sides of a merge wrote: what is on disk may be a mixture."""
    source: str = ""
    """Where a single spec was: its path, a checksum of its address, ``-`` for stdin. Empty for an
    API of ``specmill.toml``, which has its name there.
    """

    @property
    def names(self) -> GivenNames:
        """The names that the last run gave."""
        return self.written.given


@dataclass(frozen=True, slots=True)
class Lock:
    """The state after the last run."""

    specmill: str = ""
    generator: str = ""
    apis: Mapping[str, ApiLock] = field(default_factory=dict)
    is_merged: bool = False
    """Git has put two sides together, so nothing is known to be up to date."""
    is_whole: bool = field(default=True, compare=False)
    """The file may be just what was written; it is not where other lines say the same."""
    files: tuple[str, ...] = field(default=(), compare=False)
    """Where it was read, from the workspace's folder."""

    def dump(self) -> bytes:
        """The file's bytes: one fact a line, sorted."""
        blocks = (self.apis[name].written.lines(name) for name in sorted(self.apis))
        return write_facts(_rows(self), filter(None, blocks))


def parse_lock(content: bytes) -> Lock:
    """Read the content of a lock file, also an older one, or one with conflict markers of Git.

    Raises:
        ValueError: It is not what specmill wrote.
    """
    if (whole := read_whole(content)) is not None:
        rows, lines = whole
        return _lock(group(rows)[0], lines)
    if has_conflict(content):
        ours, theirs = both_sides(content)
        if _is_older(ours) or _is_older(theirs):
            return _merged(parse_lock(ours), parse_lock(theirs))
    elif _is_older(content):
        newer = b"\n".join(line for line in content.splitlines() if not _is_older(line))
        if not _HAS_NAMES.search(newer):
            return _older(json.loads(content))
        # Git has put the lines of an older file between those of a newer one.
        lock = parse_lock(newer)
        apis = {
            name: replace(api, disputed=frozenset(api.outputs)) for name, api in lock.apis.items()
        }
        return replace(lock, apis=apis, is_merged=True)
    facts, disputed, is_merged = read_facts(content)
    if not content:
        return Lock()
    return replace(_lock(facts, None, disputed), is_merged=is_merged, is_whole=False)


def _lock(
    facts: Mapping[str, Facts],
    lines: Mapping[str, bytes] | None,
    disputed: Mapping[str, frozenset[str]] | None = None,
) -> Lock:
    """Make a lock of its facts; without ``lines``, the names are among them."""
    head = _first(facts.get("", {}), "workspace")
    if head.get("format") != _FORMAT:
        raise ValueError(f"format {head.get('format')!r}")
    apis = {}
    for name, one in facts.items():
        if not name:
            continue
        if lines is not None:
            names = LockedNames(lines=lines.get(name, b""))
        else:
            names = LockedNames(given_by_facts(one))
        apis[name] = _api(name, one, names, (disputed or {}).get(name, frozenset()))
    return Lock(head.get("specmill", ""), head.get("generator", ""), apis)


def _is_older(content: bytes) -> bool:
    return b'"format": 1,' in content


def _rows(lock: Lock) -> Iterator[tuple[str, ...]]:
    yield "", "workspace", "format", _FORMAT
    yield "", "workspace", "specmill", lock.specmill
    yield "", "workspace", "generator", lock.generator
    for name, api in lock.apis.items():
        yield name, "settings", "", api.settings
        if api.source:
            yield name, "source", "", api.source
        for path, known in api.inputs.items():
            yield name, "input", path, known
        for path, known in api.outputs.items():
            yield name, "output", path, known
        yield name, NAMES, "", names_checksum(api.written.lines(name))


def _api(name: str, facts: Facts, names: LockedNames, disputed: frozenset[str]) -> ApiLock:
    """Make an API's lock; without settings, hence stale, where its names are not as written."""
    settings, known = _first(facts, SETTINGS), _first(facts, NAMES)
    is_whole = known.get("") == names_checksum(names.lines(name))
    outputs = _first(facts, "output")
    return ApiLock(
        settings.get("", "") if is_whole else "",
        _first(facts, "input"),
        outputs,
        names,
        disputed & outputs.keys(),
        _first(facts, SOURCE).get("", ""),
    )


def _first(facts: Facts, kind: str) -> dict[str, str]:
    return {key: values[0] for key, values in facts.get(kind, {}).items()}


def _older(data: Any) -> Lock:
    """Read the older format."""
    if data["format"] != _OLDER:
        raise ValueError(f"format {data['format']!r}")
    apis = {
        name: ApiLock(
            str(api["settings"]),
            _texts(api["inputs"]),
            _texts(api["outputs"]),
            LockedNames(_older_names(api.get("names", {}))),
        )
        for name, api in data["apis"].items()
    }
    return Lock(str(data["specmill"]), str(data["generator"]), apis)


def _older_names(names: Any) -> GivenNames:
    operations = _texts(names.get("operations", {}))
    return GivenNames(
        {id_: GivenOperation(place, id_) for id_, place in operations.items()},
        _texts(names.get("models", {})),
        by_index=True,
    )


def _texts(table: Any) -> dict[str, str]:
    return {str(key): str(value) for key, value in table.items()}


def _merged(ours: Lock, theirs: Lock) -> Lock:
    """Put two sides of a conflict together, one of which is older; what both have is ours."""
    apis = {**theirs.apis, **ours.apis}
    for name in ours.apis.keys() & theirs.apis.keys():
        one, other = ours.apis[name], theirs.apis[name]
        names = next((each for each in (one.names, other.names) if not each.by_index), one.names)
        if one.names.by_index and other.names.by_index:
            operations = {**other.names.operations, **one.names.operations}
            places = {**other.names.places, **one.names.places}
            names = GivenNames(operations, places, by_index=True)
        outputs = {**other.outputs, **one.outputs}
        disputed = {path for path, known in other.outputs.items() if outputs[path] != known}
        apis[name] = ApiLock("", one.inputs, outputs, LockedNames(names), frozenset(disputed))
    return replace(ours, apis=apis, is_merged=True)
