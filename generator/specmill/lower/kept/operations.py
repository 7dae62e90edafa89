"""Operations of an earlier run: which one each operation of a document was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from specmill.document.operations import SourceOperation
from specmill.given_names import GivenOperation

_VARIABLE = re.compile(r"\{[^{}]*\}")


def match_operations(
    operations: Sequence[SourceOperation], given: Mapping[str, GivenOperation]
) -> dict[str, str]:
    """Return the keys that operations had, by their pointers.

    An operation is the one of the same method and path; else of the same path with other names for
    its variables; else, where nothing else has its old path, the one of the same method and
    operationId.
    """
    found = {one.pointer: one.method_and_path for one in operations if one.method_and_path in given}
    left = given.keys() - {*found.values()}
    plain = {key: _plain(key) for key in left}
    ids = {key: _with_method(key, given[key].id) for key in left}
    for before, now in (
        (plain, {one.pointer: _plain(one.method_and_path) for one in operations}),
        (ids, {one.pointer: _by_id(one) for one in operations}),
    ):
        free = {key: name for key, name in before.items() if key not in {*found.values()}}
        pending = {pointer: name for pointer, name in now.items() if pointer not in found}
        known = _by_unique_name(free)
        for name, pointer in _by_unique_name(pending).items():
            if name in known:
                found[pointer] = known[name]
    return found


def by_method_and_path(
    given: Mapping[str, GivenOperation], operations: Iterable[SourceOperation]
) -> dict[str, GivenOperation]:
    """Return what an older lock file has by id, by method and path."""
    return {one.method_and_path: given[one.id] for one in operations if one.id in given}


def _plain(key: str) -> str:
    return _VARIABLE.sub("{}", key)


def _by_id(operation: SourceOperation) -> str:
    return _with_method(operation.method_and_path, operation.declared_id)


def _with_method(key: str, id_: str) -> str:
    return f"{key.partition(' ')[0]} {id_}" if id_ else ""


def _by_unique_name(names: Mapping[str, str]) -> dict[str, str]:
    """Return what has each name that nothing else has."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, name in names.items():
        if name:
            found[name].append(one)
    return {name: own[0] for name, own in found.items() if len(own) == 1}
