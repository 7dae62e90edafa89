"""Turns: runs that write into one folder go one after the other."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from specmill.diagnostics import fail
from specmill.render.journal import recover

PATIENCE = 600.0
"""Seconds to wait for another run."""
_PAUSE = 0.05


@contextmanager
def turn(root: Path, *, patience: float = PATIENCE) -> Generator[None]:
    """Hold a folder while a block runs; what a killed run has left there is finished first.

    A folder that is not there yet is held by the nearest one around it, until it is.

    Raises:
        SpecmillError: Another run did not end in time.
    """
    root = Path(os.path.normpath(root.absolute()))
    until = time.monotonic() + patience
    with ExitStack() as held:
        holding: Path | None = None
        while holding != (folder := _nearest(root)):
            held.enter_context(_held(folder, until))
            holding = folder
        if holding == root:
            recover(root)
        yield


def _nearest(folder: Path) -> Path:
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder


@contextmanager
def _held(folder: Path, until: float) -> Generator[None]:
    handle = _opened(folder)
    try:
        while not _taken(handle):
            if time.monotonic() > until:
                raise fail(f"another run is at work in {str(folder)!r}", hint="wait until it ends")
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)  # which lets go of it, as does the end of the process


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
