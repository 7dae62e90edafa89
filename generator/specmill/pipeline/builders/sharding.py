"""Shards of a workspace: some of its APIs for each machine, and one lock of what they make."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from specmill.config import ApiConfig, Shard, Workspace
from specmill.diagnostics import Diagnostic, UsageError
from specmill.pipeline.lock import ApiLock, Lock, has_known_inputs, load_lock, read_lock, written
from specmill.pipeline.state import WorkspaceState
from specmill.render.files import Changes, FileSet
from specmill.render.turns import turn
from specmill.version import __version__

_SHARD = re.compile(r"([0-9]+)/([0-9]+)")


def read_shard(text: str) -> Shard:
    """Read ``2/8``: the second of eight shards.

    Raises:
        UsageError: It is none.
    """
    match = _SHARD.fullmatch(text)
    number, count = map(int, match.groups()) if match else (0, 0)
    if not 1 <= number <= count:
        raise UsageError(Diagnostic(f"no shard {text!r}", hint="such as 2/8, from 1/8 to 8/8"))
    return Shard(number, count)


def merge_locks(workspace: Workspace, places: Sequence[Path]) -> Changes:
    """Write the lock that one run over the whole workspace would have written.

    Each API counts from the lock whose shard generated it as it is now: its settings and inputs
    are those of the workspace.

    Args:
        workspace: With the specs as they were for all shards.
        places: A lock file of each shard, or its workspace's folder.

    Raises:
        UsageError: The locks are of different generators, or an API is in none of them as it is, or
            two have made different files of it.
    """
    locks = {place: _lock_in(place) for place in places}
    with turn(workspace.root):
        state = WorkspaceState.of(workspace)
        ours = __version__, state.mark
        for place, lock in locks.items():
            if (lock.specmill, lock.generator) != ours or lock.is_merged:
                what = f"another specmill than this one, {__version__}, wrote {place}"
                hint = "generate all shards, and merge their locks, with one version and build"
                raise UsageError(Diagnostic(what, hint=hint))
        apis = {api.name: _one(state, api, locks) for api in state.apis}
        merged = Lock(*ours, apis)
        files = FileSet(written(merged, apis, by_api=workspace.locks_by_api))
        return files.write(workspace.root)


def _lock_in(place: Path) -> Lock:
    if not place.is_dir():
        return read_lock(place)
    lock = load_lock(place)
    if not lock.files:
        raise UsageError(Diagnostic(f"no lock of specmill in {place}"))
    return lock


def _one(state: WorkspaceState, api: ApiConfig, locks: Mapping[Path, Lock]) -> ApiLock:
    root = state.workspace.root
    found = {
        place: lock.apis[api.name]
        for place, lock in locks.items()
        if has_known_inputs(root, api, lock)
    }
    if not found:
        what = f"no shard has generated {api.name} as it is in {state.workspace.file}"
        hint = "give the locks of all shards, made from the same specs and settings"
        raise UsageError(Diagnostic(what, hint=hint))
    [first, *others] = found
    for other in others:
        if found[other] != found[first]:
            what = f"{first} and {other} have made different files of {api.name}"
            raise UsageError(Diagnostic(what))
    return found[first]
