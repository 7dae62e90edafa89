"""Content of the lock file: what is locked as facts, and facts as what is locked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any

from specmill.given_names import GivenModel, GivenNames, GivenOperation
from specmill.pipeline.lock.facts import Facts, both_sides, has_conflict, read_facts, write_facts
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
    names: GivenNames = field(default_factory=GivenNames)
    disputed: frozenset[str] = frozenset()
    """Outputs that both sides of a merge wrote: what is on disk may be a mixture."""
    source: str = ""
    """Where a single spec was: its path, a checksum of its address, ``-`` for stdin. Empty for an
    API of ``specmill.toml``, which has its name there.
    """


@dataclass(frozen=True, slots=True)
class Lock:
    """The state after the last run."""

    specmill: str = ""
    generator: str = ""
    apis: Mapping[str, ApiLock] = field(default_factory=dict)
    is_merged: bool = False
    """Git has put two sides together, so nothing is known to be up to date."""

    def dump(self) -> bytes:
        """The file's bytes: one fact a line, sorted."""
        return write_facts(_rows(self))


def parse_lock(content: bytes) -> Lock:
    """Read the content of a lock file, also an older one, or one with conflict markers of Git.

    Raises:
        ValueError: It is not what specmill wrote.
    """
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
    head = {key: values[0] for key, values in facts.pop("", {}).get("workspace", {}).items()}
    if head.get("format") != _FORMAT:
        raise ValueError(f"format {head.get('format')!r}")
    apis = {api: _api(one, disputed.get(api, frozenset())) for api, one in facts.items()}
    return Lock(head.get("specmill", ""), head.get("generator", ""), apis, is_merged)


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
        for row in _names(api.names):
            yield name, *row


def _names(names: GivenNames) -> Iterator[tuple[str, ...]]:
    for key, one in names.operations.items():
        yield "operation", key, one.place, one.id
        if one.order:
            named, before = one.arguments, one.former_arguments
            yield (
                *("arguments", key),
                *(_entry(name, (named.get(name, ""), *before.get(name, ()))) for name in one.order),
            )
        if one.former:
            yield "former", key, *one.former
    for path, former in names.resources.items():
        yield "resource", path, *former
    for module, others in names.late.items():
        yield "late", module, *others
    for place, name in names.places.items():
        yield "place", place, name
    for name, model in names.models.items():
        yield "model", name, model.module, model.content, model.rank
        if model.fields:
            yield "fields", name, *_entries(model.fields)
        if model.former:
            yield "former", name, *model.former


_AS_IT_IS = ("",)


def _entries(names: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """Write names of the spec with those in code; most models have none but those of the spec."""
    if {*names.values()} == {_AS_IT_IS} and ":" not in "".join(names):
        return names
    return (_entry(name, called) for name, called in names.items())


def _entry(name: str, called: tuple[str, ...]) -> str:
    """Write a name of the spec with those in code before it, where these are others."""
    if ":" not in name and (not called or called == _AS_IT_IS):
        return name
    return f"{','.join(called)}:{name}"


def _read_entry(entry: str) -> tuple[str, tuple[str, ...]]:
    names, colon, name = entry.partition(":")
    return (name, tuple(names.split(","))) if colon else (entry, ("",))


def _api(facts: Facts, disputed: frozenset[str]) -> ApiLock:
    settings = facts.get("settings", {}).get("", ("",))[0]
    outputs = _first(facts, "output")
    names, source = _given(facts), facts.get("source", {}).get("", ("",))[0]
    both = disputed & outputs.keys()
    return ApiLock(settings, _first(facts, "input"), outputs, names, both, source)


def _first(facts: Facts, kind: str) -> dict[str, str]:
    return {key: values[0] for key, values in facts.get(kind, {}).items()}


def _given(facts: Facts) -> GivenNames:
    orders, former = facts.get("arguments", {}), facts.get("former", {})
    fields = facts.get("fields", {})
    operations = {}
    for key, (place, id_) in facts.get("operation", {}).items():
        arguments = dict(map(_read_entry, orders.get(key, ())))
        named = {name: called[0] for name, called in arguments.items() if called[0]}
        before = {name: called[1:] for name, called in arguments.items() if called[1:]}
        operations[key] = GivenOperation(
            place, id_, (*arguments,), named, former.get(key, ()), before
        )
    return GivenNames(
        operations,
        _first(facts, "place"),
        {
            name: GivenModel(
                module,
                content,
                former.get(name, ()),
                dict(map(_read_entry, fields.get(name, ()))),
                *rank[:1],
            )
            for name, (module, content, *rank) in facts.get("model", {}).items()
        },
        facts.get("resource", {}),
        facts.get("late", {}),
    )


def _older(data: Any) -> Lock:
    """Read the older format."""
    if data["format"] != _OLDER:
        raise ValueError(f"format {data['format']!r}")
    apis = {
        name: ApiLock(
            str(api["settings"]),
            _texts(api["inputs"]),
            _texts(api["outputs"]),
            _older_names(api.get("names", {})),
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
        apis[name] = ApiLock("", one.inputs, outputs, names, frozenset(disputed))
    return replace(ours, apis=apis, is_merged=True)
