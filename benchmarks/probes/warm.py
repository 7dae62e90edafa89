"""Prints the processor time of a call of a warm client, ours and httpx2's alone.

Both take turns in this process; the medians of their turns are printed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.probes.calls import JOB_ID, httpx2_alone, specmill_dataflow

TURNS, CALLS = 40, 250


def turn(call: Callable[[], object]) -> float:
    """Return the processor time of one call."""
    started = process_time()
    for _ in range(CALLS):
        call()
    return (process_time() - started) / CALLS


def main() -> None:
    """Measure both, turn by turn.

    Raises:
        SystemExit: One gave a wrong answer.
    """
    both = specmill_dataflow(), httpx2_alone()
    if any(call() != JOB_ID for call in both):
        raise SystemExit("error: a wrong answer")
    turns = [[turn(call) for call in both] for _ in range(TURNS)][1:]
    ours, alone = (median(times) for times in zip(*turns, strict=True))
    print(json.dumps({"ours": ours, "alone": alone}))


main()
