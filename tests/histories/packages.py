"""Packages of two versions of a spec, and what ``specmill diff`` says of them."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from histories.differences import Difference, differences, griffe_differences
from histories.judging import Judgement, judge, renamed_models
from histories.syntax import facts_of

PACKAGE = "pkg"
_SPECMILL = (sys.executable, "-m", "specmill")


@dataclass(frozen=True, slots=True)
class Step:
    """One update: what was found."""

    levels: dict[str, int]
    step: str
    judgement: Judgement
    breaking: int
    """What the syntax trees and griffe find."""
    seconds: float
    """Of the processor, for the comparison."""
    megabytes: int


def run(old: Path, new: Path, scratch: Path) -> Step:
    """Compare two specs, and their packages."""
    folders = [_package(spec, scratch / side) for side, spec in (("old", old), ("new", new))]
    report, usage = _report(old, new, scratch)
    changes: list[dict[str, Any]] = report["changes"]
    trees, others = found_otherwise(*folders, changes)
    return Step(
        levels=report["summary"],
        step=report["step"],
        judgement=judge(changes, trees, others),
        breaking=len(trees | others),
        seconds=usage.ru_utime + usage.ru_stime,
        megabytes=usage.ru_maxrss // 1024,
    )


def found_otherwise(
    old: Path, new: Path, changes: list[dict[str, Any]]
) -> tuple[set[Difference], set[Difference]]:
    """Return what syntax trees and griffe find between two folders that hold the package."""
    before = facts_of(old / PACKAGE, new / PACKAGE)
    after = facts_of(new / PACKAGE, old / PACKAGE)
    trees = differences(before, after, renamed_models(changes))
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


def _report(old: Path, new: Path, scratch: Path) -> tuple[dict[str, Any], resource.struct_rusage]:
    """Return what ``specmill diff`` says, and what it took."""
    output, errors = scratch / "report.json", scratch / "errors.txt"
    command = [*_SPECMILL, "diff", str(old), str(new), "--format", "json", "--fail-on", "none"]
    with output.open("w") as out, errors.open("w") as err:
        process = subprocess.Popen(command, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, errors.read_text()[-2000:]
    report: dict[str, Any] = json.loads(output.read_text())["reports"][0]
    return report, usage


def _specmill(*arguments: str, cwd: Path) -> None:
    command = [*_SPECMILL, *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{arguments}: {done.stderr[-2000:]}"
