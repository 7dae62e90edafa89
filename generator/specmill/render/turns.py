"""Turns: runs that write into one folder go one after the other."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from contextvars import ContextVar
from pathlib import Path

from specmill.diagnostics import fail
from specmill.render.journal import recover

PATIENCE = 600.0
"""Seconds to wait for another run."""
_PAUSE = 0.05


@contextmanager
def turn(root: Path, *, patience: float = PATIENCE) -> Generator[None]:
    """Hold a folder while a block runs; what a killed run has left there is finished first.

    A folder that is not there yet is made, and goes again if the block writes nothing into it.

    Raises:
        SpecmillError: Another run did not end in time.
    """
    root = _normal(root)
    until = time.monotonic() + patience
    while (held := _hold(root, until)) is None:
        pass  # it went while this run waited for it
    with held:
        if root.is_dir():
            recover(root)
        token = _OWN.set(_OWN.get() | {root})
        try:
            yield
        finally:
            _OWN.reset(token)


def own_turn(root: Path) -> AbstractContextManager[None]:
    """Hold a folder as :func:`turn` does, unless a block around this one holds it."""
    return nullcontext() if _normal(root) in _OWN.get() else turn(root)


_OWN: ContextVar[frozenset[Path]] = ContextVar("own", default=frozenset())
"""Folders that blocks around this one hold."""


def _normal(root: Path) -> Path:
    return Path(os.path.normpath(root.absolute()))


class _GoneError(Exception):
    """A folder is no more, or another one has its name."""


def _hold(root: Path, until: float) -> ExitStack | None:
    """Hold a folder; None where another run has removed it meanwhile.

    While it is made, the nearest folder around it is held: of all runs, one makes it. Where it
    cannot be made, that one is held alone.
    """
    with ExitStack() as held:
        made: list[Path] = []
        try:
            if not root.is_dir():
                held.enter_context(_held(_nearest(root), until))
                made = _make(root)
            if root.is_dir():
                held.enter_context(_held(root, until))
        except _GoneError:
            return None
        held.callback(_remove_empty, made)  # still held: nobody else can have begun there
        return held.pop_all()


def _nearest(folder: Path) -> Path:
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder


def _make(root: Path) -> list[Path]:
    """Make a folder and those around it; gives the new ones, the innermost first."""
    nearest = _nearest(root)
    missing = [one for one in (root, *root.parents) if one.is_relative_to(nearest)]
    with suppress(OSError):  # whoever writes there tells what is wrong
        root.mkdir(parents=True, exist_ok=True)
    return missing[: missing.index(nearest)]


def _remove_empty(folders: list[Path]) -> None:
    with suppress(OSError):  # the first one that holds something
        for folder in folders:
            folder.rmdir()


@contextmanager
def _held(folder: Path, until: float) -> Generator[None]:
    try:
        handle = _opened(folder)
    except FileNotFoundError:
        raise _GoneError from None
    except OSError as error:
        what = f"cannot look into {str(folder)!r}: {error.strerror or error}"
        raise fail(what, hint="check its permissions") from error
    _HANDLES.add(handle)
    try:
        while not _taken(handle):
            if time.monotonic() > until:
                raise fail(f"another run is at work in {str(folder)!r}", hint="wait until it ends")
            time.sleep(_PAUSE)
        if not _is_still(handle, folder):
            raise _GoneError
        yield
    finally:
        if handle in _HANDLES:  # not in a child
            _HANDLES.discard(handle)
            os.close(handle)  # which lets go of it, as does the end of the process


_HANDLES: set[int] = set()
"""Handles of what this process holds."""


def _leave_to_parent() -> None:
    """Let nothing be held by a child, which may outlive its parent."""
    while _HANDLES:
        os.close(_HANDLES.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave_to_parent)


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int:
        """Open a file that stands for a folder, which cannot be locked itself."""
        name = hashlib.sha256(str(folder).encode()).hexdigest()[:32]
        file = Path(tempfile.gettempdir(), f"specmill-{name}.lock")
        return os.open(file, os.O_RDWR | os.O_CREAT)

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _is_still(handle: int, folder: Path) -> bool:  # noqa: ARG001 - a file of its own is locked
        """Tell whether a folder is there: what is locked has its name alone."""
        return folder.is_dir()

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks: as good as it gets
        return True

    def _is_still(handle: int, folder: Path) -> bool:
        """Tell whether what is locked is still the folder of that name."""
        try:
            return os.path.samestat(os.fstat(handle), folder.stat())
        except OSError:
            return False
