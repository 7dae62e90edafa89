"""Interpreters that races run on: this one, and the newest Python that is found."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks import peers
from benchmarks.processes import ROOT, STORE, run

_NEWEST = 30
"""The minor version to begin with."""
_VERSION = "import platform; print(platform.python_version())"
_PEERS = ("google-api-python-client", "kfp-server-api==1.8.5")


@dataclass(frozen=True)
class Pythons:
    """The interpreters of one Python."""

    ours: Path
    version: str

    @property
    def theirs(self) -> Path:
        """The interpreter of the peers.

        Raises:
            FailedError: Their environment cannot be made.
        """
        return peers.interpreter()


@dataclass(frozen=True)
class OtherPythons(Pythons):
    """Those of another Python, whose environments are made on first use."""

    @cached_property
    def theirs(self) -> Path:
        """The interpreter of the peers that run beside our packages."""
        return peers.installed(STORE / f"peers-{self.version}", _PEERS, self.ours)


def own() -> Pythons:
    """Return the interpreters of this Python."""
    return Pythons(Path(sys.executable), ".".join(map(str, sys.version_info[:3])))


def newest() -> OtherPythons | None:
    """Return the newest Python of the search path, None where that is no newer than this one.

    Raises:
        FailedError: Its environment cannot be made.
    """
    for python, version in _newer():
        environment = STORE / f"python-{version}"
        ours = peers.installed(
            environment, ("--editable", f"{ROOT}[generated,google]"), Path(python)
        )
        return OtherPythons(ours, version)
    return None


def _newer() -> Iterator[tuple[str, str]]:
    """Yield Pythons that are newer than this one and run, with their versions, newest first."""
    for minor in range(_NEWEST, sys.version_info.minor, -1):
        found = shutil.which(f"python3.{minor}")
        told = run([found, "-c", _VERSION], timeout=60) if found else None
        if found and told and not told.failed:
            yield found, told.output.strip()
