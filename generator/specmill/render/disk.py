"""Whole files, read and written in few calls of the system: a run has hundreds of small ones.

Python's file objects ask for the kind, the size and the position of each file besides.
"""

from __future__ import annotations

import os
from pathlib import Path

_PIECE = 1024 * 1024
_AS_IT_IS = getattr(os, "O_BINARY", 0)
"""Line ends stay as they are, on Windows, too."""


def read_file(path: str | Path) -> bytes:
    """Return the content of a file.

    Raises:
        OSError: It cannot be read.
    """
    descriptor = os.open(path, os.O_RDONLY | _AS_IT_IS)
    try:
        pieces: list[bytes] = []
        while piece := os.read(descriptor, _PIECE):
            pieces.append(piece)
    finally:
        os.close(descriptor)
    return b"".join(pieces)


def write_file(path: str | Path, content: bytes) -> None:
    """Make a file, or replace the content of one.

    Raises:
        OSError: It cannot be written.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _AS_IT_IS, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)
