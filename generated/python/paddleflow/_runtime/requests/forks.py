"""Forks: what a child process must not share with the process that it was forked from."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Forked(Protocol):
    """What has connections or locks."""

    def after_fork(self) -> None:
        """Begin anew, in a child process."""


_KNOWN: WeakSet[Forked] = WeakSet()


def renew_in_children(owner: Forked) -> None:
    """Let something begin anew in processes that are forked from this one."""
    _KNOWN.add(owner)


def _renew() -> None:
    for owner in list(_KNOWN):
        owner.after_fork()


if hasattr(os, "register_at_fork"):  # not on Windows, where nothing is forked
    os.register_at_fork(after_in_child=_renew)
