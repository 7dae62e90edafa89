"""Packages of two versions of a spec, and what ``specmill diff`` says of them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from histories.differences import Difference, differences, griffe_differences
from histories.judging import Judgement, judge, renamed_methods, renamed_models
from histories.syntax import facts_of

PACKAGE = "pkg"
_SPECMILL = (sys.executable, "-m", "specmill")
_MEASURED = """
import os, subprocess, sys
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
process = subprocess.Popen(sys.argv[1:])
_, status, usage = os.wait4(process.pid, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Runs a program, and writes what it took; its modules are compiled once, as those of users are."""


@dataclass(frozen=True, slots=True)
class Step:
    """One update: what was found."""

    specs: tuple[Path, Path]
    levels: dict[str, int]
    step: str
    judgement: Judgement
    breaking: int
    """What the syntax trees and griffe find."""
    changes: list[dict[str, Any]]
    """Those of the report."""
    seconds: float
    """Of the processor, for the comparison."""
    megabytes: int


def run(old: Path, new: Path, scratch: Path) -> Step:
    """Compare two specs, and their packages."""
    folders = [_package(spec, scratch / side) for side, spec in (("old", old), ("new", new))]
    report, seconds, megabytes = _report(old, new, scratch)
    changes: list[dict[str, Any]] = report["changes"]
    trees, others = found_otherwise(*folders, changes)
    return Step(
        specs=(old, new),
        levels=report["summary"],
        step=report["step"],
        judgement=judge(changes, trees, others),
        breaking=len(trees | others),
        changes=changes,
        seconds=seconds,
        megabytes=megabytes,
    )


def found_otherwise(
    old: Path, new: Path, changes: list[dict[str, Any]]
) -> tuple[set[Difference], set[Difference]]:
    """Return what syntax trees and griffe find between two folders that hold the package."""
    before = facts_of(old / PACKAGE, new / PACKAGE)
    after = facts_of(new / PACKAGE, old / PACKAGE)
    trees = differences(before, after, renamed_models(changes), renamed_methods(changes))
    others = {
        one
        for one in griffe_differences(old, new, PACKAGE, before)
        # What stands in another module is there all the same; the trees compare it.
        if not (one.subject in after.things and "removed" in one.kind.lower())
    }
    return trees, others


def _package(spec: Path, folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "specmill.toml").write_text(
        f'[workspace]\nout = "."\n[targets.python]\nformatter = "none"\nout = "."\n'
        f"[apis.api]\nsource = {json.dumps(str(spec))}\npackage = {json.dumps(PACKAGE)}\n"
    )
    _specmill("generate", cwd=folder)
    return folder


def _report(old: Path, new: Path, scratch: Path) -> tuple[dict[str, Any], float, int]:
    """Return what ``specmill diff`` says, with the seconds and the megabytes that it took."""
    asked = ["diff", str(old), str(new), "--format", "json", "--fail-on", "none"]
    # A small process starts it: a process counts what it was before it became another program.
    command = [sys.executable, "-c", _MEASURED, *_SPECMILL, *asked]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=scratch)
    assert done.returncode == 0, done.stderr[-2000:]
    seconds, kilobytes = done.stderr.split()[-2:]
    report: dict[str, Any] = json.loads(done.stdout)["reports"][0]
    return report, float(seconds), int(kilobytes) // 1024


def _specmill(*arguments: str, cwd: Path) -> None:
    command = [*_SPECMILL, *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{arguments}: {done.stderr[-2000:]}"
