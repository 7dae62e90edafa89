"""Where the time of a generation goes."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.inputs import Input, inputs
from benchmarks.processes import FailedError, checked
from benchmarks.report import Table, milliseconds

_PROBE = Path(__file__).parent / "probes" / "stages.py"
_NAMES = {"normalize": "check and normalize", "everything": "write, and the rest"}
"""What a stage is called once the stages inside it are taken off."""
_ABOUT = """
Processor time of each stage of a generation from GitHub's description, the formatter's process
included, on one core: with two of them, models and clients are rendered and formatted side by side,
which takes up to half of the last three stages but one off the time that a user waits.
"""


def measure(repeat: int) -> Table:
    """Measure the stages of the largest spec."""
    table = Table("Where the time goes", _ABOUT, ("stage", "CPU", "share"))
    github = next((one for one in inputs() if one.name == "github"), None)
    if not isinstance(github, Input):
        table.rows.append(["GitHub REST", "skipped", ""])
        return table
    try:
        runs = [_run(github.path) for _ in range(repeat + 1)][1:]
    except FailedError as error:
        table.rows.append(["GitHub REST", "failed", str(error)])
        return table
    spent = {stage: median(run[stage] for run in runs) for stage in runs[0]}
    total = sum(spent.values())
    for stage, seconds in spent.items():
        name = _NAMES.get(stage, stage)
        table.rows.append([name, milliseconds(seconds), f"{seconds / total:.0%}"])
    return table


def _run(spec: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="specmill-bench-") as folder:
        done = checked([sys.executable, _PROBE, spec, folder], timeout=120)
    line = next(line for line in done.output.splitlines() if line.startswith("{"))
    found: dict[str, float] = json.loads(line)
    return found
