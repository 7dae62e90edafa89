"""Journals of writes: a run that was killed in the middle of one is finished by the next.

A write stages every file first. Its journal then says what goes where, before the first file moves:
from there on, all that is needed to finish is in the staging folder. Without a journal nothing has
moved yet, and the staging folder is all there is to clear away.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from specmill.diagnostics import SpecmillError, fail
from specmill.render.paths import STAGING, Jail

_JOURNAL = "journal.json"

Stamp: TypeAlias = list[int]
"""Time and size of a file: who edits it changes them."""


def stamp(place: Path) -> Stamp | None:
    """Return what changes when a file does; None where there is none."""
    try:
        status = place.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return [status.st_mtime_ns, status.st_size]


def begin(
    staging: Path,
    placing: Mapping[str, str],
    removing: Mapping[str, str],
    standing: Mapping[str, Stamp],
) -> None:
    """Write the journal of a write, as a whole or not at all.

    Args:
        staging: The folder that the write has staged its files in.
        placing: Paths of files to the names of what takes their place, in the staging folder.
        removing: Paths of files to their checksums.
        standing: Paths of files that are replaced to what tells whether they have changed since.
    """
    steps = {
        "folder": _identity(staging),
        "placing": placing,
        "removing": removing,
        "standing": standing,
    }
    draft = staging / f"{_JOURNAL}.draft"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(steps, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(staging / _JOURNAL)


def end(staging: Path) -> None:
    """Note that a write is done, or undone."""
    (staging / _JOURNAL).unlink(missing_ok=True)


def recover(root: Path) -> None:
    """Finish the writes below a folder that were killed, and clear what they have staged.

    Nobody else may write there meanwhile.

    Raises:
        SpecmillError: The disk refuses.
    """
    for staging in sorted(root.glob(f"{STAGING}*")):
        if staging.is_file() or staging.is_symlink():
            staging.unlink(missing_ok=True)
        if not staging.is_dir():
            continue
        try:
            steps = _read(staging)
            if steps is not None:
                _finish(Jail(root), staging, steps)
        except OSError as error:
            what = f"cannot finish the run that was killed: {error.strerror or error}"
            raise fail(
                what, hint=f"check free space and permissions, or remove {staging}"
            ) from error
        shutil.rmtree(staging, ignore_errors=True)


def _read(staging: Path) -> dict[str, Any] | None:
    """Read the journal of a staging folder, None where there is none of this very folder.

    One that came with a copy of the folder, such as out of a repository, says nothing.
    """
    try:
        steps = json.loads((staging / _JOURNAL).read_bytes())
        is_own = steps["folder"] == _identity(staging)
        fits = all(isinstance(steps[key], dict) for key in ("placing", "removing", "standing"))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    return steps if is_own and fits else None


def _finish(jail: Jail, staging: Path, steps: Mapping[str, Any]) -> None:
    for path, name in steps["placing"].items():
        waiting = staging / Path(str(name)).name
        if not waiting.is_file() or waiting.is_symlink():
            continue  # it is in its place
        with suppress(SpecmillError):  # a link, or a folder, that was put there meanwhile
            place = jail.place(path)
            if stamp(place) in (None, steps["standing"].get(path)):  # else edited meanwhile
                place.parent.mkdir(parents=True, exist_ok=True)
                waiting.replace(place)
    for path, checksum in steps["removing"].items():
        with suppress(SpecmillError):
            place = jail.place(path)
            if place.is_file() and content_checksum(place.read_bytes()) == checksum:
                place.unlink()
                _drop_empty(place.parent, jail.root)


def _drop_empty(folder: Path, root: Path) -> None:
    while folder != root:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _identity(staging: Path) -> list[int]:
    """Return what tells a folder from its copies."""
    status = staging.stat()
    return [status.st_dev, status.st_ino]


def content_checksum(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()
