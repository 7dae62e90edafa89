"""Git as a library of merges: patches applied and undone, three versions brought together.

It runs in a folder of its own, which needs no repository.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath

from specmill.diagnostics import Diagnostic, UsageError
from specmill.values import dataclass

_MARKS = (b"<<<<<<< ", b">>>>>>> ")
_MINE, _BASE, _GENERATED = "your edit", "generated before", "generated now"
_BOUNDS = tuple(
    f"{mark} {label}".rstrip().encode() + b"\n"
    for mark, label in (
        ("<<<<<<<", _MINE),
        ("|||||||", _BASE),
        ("=======", ""),
        (">>>>>>>", _GENERATED),
    )
)
"""The lines around the three sides of a conflict, in their order."""
_CONFLICTS = range(1, 128)
"""Exit codes of ``git merge-file`` that count conflicts."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Three versions in one."""

    content: bytes
    is_clean: bool
    """There are no conflict markers in it."""


def patched(content: bytes, patch: bytes, path: str, *, undo: bool = False) -> bytes | None:
    """Apply a patch to a file, or undo it; None where it does not fit."""
    with _folder() as folder:
        file = folder / PurePosixPath(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        options = ["--whitespace=nowarn", *(["--reverse"] if undo else [])]
        done = _git(folder, "apply", *options, "-", given=patch, alone=True)
        return file.read_bytes() if done.returncode == 0 else None


def merge(mine: bytes, base: bytes, generated: bytes) -> Merge:
    """Bring an edit of ``base`` and a newer ``generated`` file together.

    Raises:
        UsageError: They are no text.
    """
    with _folder() as folder:
        names = ("mine", "base", "generated")
        for name, content in zip(names, (mine, base, generated), strict=True):
            (folder / name).write_bytes(content)
        marked = [word for label in (_MINE, _BASE, _GENERATED) for word in ("-L", label)]
        done = _git(folder, "merge-file", "-p", "--diff3", *marked, *names, alone=True)
        if done.returncode and done.returncode not in _CONFLICTS:
            reason = done.stderr.decode(errors="replace").strip()
            raise UsageError(Diagnostic(f"git cannot merge: {reason}"))
        return _without_need(done.stdout)


def _without_need(marked: bytes) -> Merge:
    """Resolve the conflicts of lines that were only added beside others that changed.

    Files have what specs say, so that it goes through the lines once.
    """
    done: list[bytes] = []
    sides: list[list[bytes]] = []
    is_clean = True
    for line in BytesIO(marked):
        if line == _BOUNDS[len(sides)]:
            sides.append([])
        elif sides:
            sides[-1].append(line)
        else:
            done.append(line)
        if len(sides) == len(_BOUNDS):
            mine, base, generated, _ = map(b"".join, sides)
            resolved = _resolved(mine, base, generated)
            is_clean = is_clean and resolved is not None
            whole = b"".join(_written(sides))
            done.append(whole if resolved is None else resolved)
            sides = []
    done += _written(sides)
    return Merge(b"".join(done), is_clean)


def _written(sides: list[list[bytes]]) -> Iterator[bytes]:
    """Write a conflict as it was read, as far as it goes."""
    for bound, side in zip(_BOUNDS, sides, strict=False):
        yield bound
        yield from side


def _resolved(mine: bytes, base: bytes, generated: bytes) -> bytes | None:
    """Bring three sides together where mine only has more lines than the base."""
    if mine.startswith(base):
        return generated + mine[len(base) :]
    if mine.endswith(base):
        return mine[: len(mine) - len(base)] + generated
    return None


def has_markers(content: bytes) -> bool:
    """Tell whether a file has conflict markers."""
    lines = content.split(b"\n")
    return all(any(line.startswith(mark) for line in lines) for mark in _MARKS)


def committed(root: Path, path: str) -> Iterator[bytes]:
    """Yield what a repository has of a file: staged, then committed, newest first."""
    yield from _shown(root, f":./{path}")
    log = _git(root, "log", "--max-count=100", "--format=%H", "--", path)
    if log.returncode == 0:
        for commit in log.stdout.decode().split():
            yield from _shown(root, f"{commit}:./{path}")


def _shown(root: Path, name: str) -> Iterator[bytes]:
    done = _git(root, "show", name)
    if done.returncode == 0:
        yield done.stdout


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="specmill-merge-") as name:
        yield Path(name)


def _git(
    folder: Path, *arguments: str, given: bytes = b"", alone: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """Run Git; ``alone`` in a folder that is in no repository, whatever is around it."""
    environment = dict(os.environ)
    if alone:
        environment = {key: one for key, one in environment.items() if not key.startswith("GIT_")}
        environment["GIT_CEILING_DIRECTORIES"] = str(folder.parent)
    settings = ("-c", "core.autocrlf=false", "-c", "core.safecrlf=false")
    command = ["git", "-C", str(folder), *settings, *arguments]
    try:
        return subprocess.run(  # noqa: S603 - no shell, and paths stand for themselves
            command, input=given, capture_output=True, check=False, env=environment
        )
    except OSError as error:
        hint = "patches of generated files are merged by Git: install it"
        raise UsageError(Diagnostic(f"cannot run git: {error.strerror}", hint=hint)) from error
