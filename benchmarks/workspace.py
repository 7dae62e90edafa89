"""A workspace in which nothing changed."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.processes import ROOT, FailedError, checked, medians, run
from benchmarks.report import Table, against, milliseconds

_ABOUT = """
`specmill generate` in a copy of this repository's own workspace after a first run: it reads the
configuration, the inputs and the outputs, compares their checksums and writes nothing.
"""
_PARTS = ("specmill.toml", "specmill.lock", "specs", "generated")
_TARGET = 0.06
_RUNS = 4
"""Runs for each one that was asked for: they are short."""


def measure(repeat: int) -> Table:
    """Measure a generation that has nothing to do, and Python's own start."""
    table = Table("Nothing to do", _ABOUT, ("process", "time", "target"), frozenset({0, 2}))
    bare = medians(repeat * _RUNS, lambda _: run([sys.executable, "-c", "pass"], timeout=60))
    table.rows.append(["`python -c pass`", milliseconds(bare.seconds), ""])
    name = "`specmill generate`, up to date"
    if not (ROOT / _PARTS[0]).exists():
        table.rows.append([name, "skipped", f"no {_PARTS[0]}"])
        return table
    with tempfile.TemporaryDirectory(prefix="specmill-bench-") as temporary:
        workspace = Path(temporary)
        try:
            done = _up_to_date(workspace, repeat)
        except FailedError as error:
            table.rows.append([name, "failed", str(error)])
        else:
            met = against(done, _TARGET, milliseconds(_TARGET))
            table.rows.append([name, milliseconds(done), met])
    return table


def _up_to_date(workspace: Path, repeat: int) -> float:
    for part in _PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, workspace / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, workspace)
    command = [sys.executable, "-m", "specmill", "generate"]
    checked(command, timeout=120, cwd=workspace)
    done = medians(repeat * _RUNS, lambda _: run(command, timeout=60, cwd=workspace))
    if "up to date" not in done.output:
        raise FailedError("the second run was not up to date")
    return done.seconds
