"""Layout of the lock: one file for a workspace, or one for each of its APIs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from specmill.pipeline.lock.content import ApiLock, Lock
from specmill.values import replace
from specmill.version import __version__

LOCK_NAME = "specmill.lock"
LOCK_FOLDER = "specmill.locks"
"""Folder of the locks of single APIs."""
_ENDING = ".lock"


def lock_of_api(name: str) -> str:
    """Return the lock file of an API, where each has one."""
    return f"{LOCK_FOLDER}/{name}{_ENDING}"


def is_lock(path: str) -> bool:
    """Tell whether a path is that of a lock file, in either layout."""
    return path == LOCK_NAME or path.startswith(f"{LOCK_FOLDER}/")


def lock_files(root: Path) -> list[str]:
    """Return the lock files in a folder: that of the workspace first, then those of APIs."""
    try:
        names = os.listdir(f"{root}/{LOCK_FOLDER}")  # noqa: PTH208 - hundreds
        found = sorted(one for one in names if one.endswith(_ENDING))
    except OSError:
        found = []
    whole = [LOCK_NAME] if os.path.lexists(f"{root}/{LOCK_NAME}") else []
    return [*whole, *(f"{LOCK_FOLDER}/{one}" for one in found)]


def lock_stamp(root: Path) -> tuple[int, ...]:
    """What differs once another run has written the lock in ``root``; empty without a lock."""
    found: list[int] = []
    for name in (LOCK_NAME, LOCK_FOLDER):  # files come into the folder by renames, which it shows
        try:
            known = os.stat(f"{root}/{name}")  # noqa: PTH116 - as strings, like all paths here
        except OSError:
            continue
        found += (known.st_ino, known.st_mtime_ns, known.st_size)
    return tuple(found)


def written(lock: Lock, names: Iterable[str], *, by_api: bool) -> dict[str, bytes]:
    """Return the lock files of a run: of the whole workspace, or of the APIs with some ``names``.

    By API, each file has all that is known of its API, and changes when the API does.
    """
    if not by_api:
        return {LOCK_NAME: lock.dump()}
    alone = ((name, {name: lock.apis[name]}) for name in names if name in lock.apis)
    return {lock_of_api(name): replace(lock, apis=apis).dump() for name, apis in alone}


def joined(locks: Sequence[Lock], generator: str) -> Lock:
    """Put the locks of several files together.

    Each file says which generator wrote it. The lock is of another version where any file is, else
    of the generator in use where any file is; what another generator wrote than that of the lock
    is stale, and so is what a merge has put together in a file.

    Args:
        locks: What the files hold; what two have of one API counts from the later one.
        generator: Checksum of the generator in use.
    """
    if len(locks) == 1:
        return locks[0]
    heads = dict.fromkeys((one.specmill, one.generator) for one in locks)
    others = [head for head in heads if head[0] != __version__]
    ours = (__version__, generator)
    head = others[0] if others else ours if ours in heads else next(iter(heads), ("", ""))
    apis: dict[str, ApiLock] = {}
    for one in locks:
        is_known = (one.specmill, one.generator) == head and not one.is_merged
        apis |= one.apis if is_known else _stale(one.apis)
    return Lock(*head, apis, is_whole=all(one.is_whole for one in locks))


def _stale(apis: Mapping[str, ApiLock]) -> dict[str, ApiLock]:
    return {name: replace(api, settings="") for name, api in apis.items()}
