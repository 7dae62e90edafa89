"""Packages made from a large API, GitHub's, by specmill and by a peer; made anew by each run."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks import peers
from benchmarks.inputs import Input, inputs
from benchmarks.processes import STORE, checked

OURS = "github_rest"
THEIRS = "openapi_client"
"""What openapi-generator calls a package unless told otherwise."""
_PEER = "openapi-generator"
_TIMEOUT = 300.0


@dataclass(frozen=True, slots=True)
class Packages:
    """Folders to import :data:`OURS` and :data:`THEIRS` from."""

    ours: Path
    theirs: Path | None


@cache
def packages(*, with_peers: bool) -> Packages | None:
    """Generate the packages; None where GitHub's description cannot be had.

    Raises:
        FailedError: A generator fails.
    """
    github = next((one for one in inputs() if one.name == "github"), None)
    if not isinstance(github, Input):
        return None
    ours = _emptied("specmill")
    command = (sys.executable, "-m", "specmill", "generate")
    checked([*command, "--spec", github.path, "--out", ours, "--name", OURS], timeout=_TIMEOUT)
    if not with_peers:
        return Packages(ours, None)
    peer = next(one for one in peers.GENERATORS if one.name == _PEER)
    peers.interpreter()
    theirs = _emptied(_PEER)
    checked(peer.command(github.path, theirs), timeout=_TIMEOUT, env=peers.environment())
    return Packages(ours, theirs)


def _emptied(name: str) -> Path:
    folder = STORE / "packages" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
