"""The garbage collector of Python, which waits while much is read."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")

_MUCH = 1 << 14
"""Bytes of content whose objects are so many that the collector starts, about."""

_READING: list[bool] = []
"""One item for each reader that the collector waits for; its methods take no lock."""


def uncollected(read: Callable[[bytes, Any], T]) -> Callable[[bytes, Any], T]:
    """Let the collector wait for a function that reads content.

    New objects make it look for cycles, at last among all objects of the program; what is read has
    none. It looks once when all is read. A collector that the program turned off stays so.
    """

    @wraps(read)
    def reading(content: bytes, target: Any) -> T:
        if len(content) < _MUCH or not gc.isenabled():
            return read(content, target)
        _READING.append(True)
        gc.disable()
        try:
            return read(content, target)
        finally:
            gc.enable()
            _READING.pop()

    return reading


def _collect_again() -> None:
    """Let the collector go on in a child process, which no other thread's reading ends in."""
    if _READING:
        _READING.clear()
        gc.enable()


if hasattr(os, "register_at_fork"):  # not on Windows, where nothing is forked
    os.register_at_fork(after_in_child=_collect_again)
