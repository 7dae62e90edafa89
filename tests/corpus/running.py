"""What runs over many documents share: processes, time, progress, the type checkers."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from corpus import strictness
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

WORKERS = int(os.environ.get("JOBS", "2"))
STEP = 50
"""Documents between two lines of progress, where there is no terminal for a bar."""
CHUNK = 5
"""Packages of one run of the type checker, whose memory grows with them."""

T = TypeVar("T")
Advance = Callable[[str], None]
Checker = Callable[[Iterable[Path], Path], dict[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Time:
    """What a step took, in seconds."""

    wall: float
    cpu: float
    """Of all its processes."""


def forget_credentials() -> None:
    """Clients read credentials and addresses from the environment; these runs give theirs."""
    for name in [name for name in os.environ if name.endswith(("_TOKEN", "_API_KEY", "_BASE_URL"))]:
        del os.environ[name]


def check_types(
    packages: Iterable[str],
    out: Path,
    advance: Advance,
    checkers: tuple[Checker, ...] = (strictness.mypy, strictness.basedpyright),
) -> dict[str, list[str]]:
    """Return the errors of strict type checkers by package; those of none at ``""``."""
    folders = [folder for package in packages if (folder := out / package).is_dir()]
    chunks = [folders[start : start + CHUNK] for start in range(0, len(folders), CHUNK)]
    errors: dict[str, list[str]] = {}
    with ProcessPoolExecutor(WORKERS) as pool:
        waiting = {
            pool.submit(check, some, out.parent): some for some in chunks for check in checkers
        }
        for future in as_completed(waiting):
            for package, lines in future.result().items():
                errors.setdefault(package, []).extend(lines)
            for folder in waiting[future]:
                advance(folder.name)  # once for each checker
    return errors


def timed(work: Callable[[], T]) -> tuple[T, Time]:
    """Return what a step comes to, and what it took."""
    before, started = _cpu_seconds(), time.perf_counter()
    result = work()
    return result, Time(time.perf_counter() - started, _cpu_seconds() - before)


def _cpu_seconds() -> float:
    """Return the CPU time of this process and of those that it waited for."""
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def progress() -> Progress:
    """Return the bar of a run."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # No refresh thread: processes are forked while the bar shows.
    console = Console(stderr=True)
    return Progress(*columns, TimeElapsedColumn(), console=console, auto_refresh=False)


def task(bar: Progress, what: str, total: int) -> Advance:
    """Show one more step; call what is returned with the name of each document that is done."""
    shown = bar.add_task(what, total=total)
    seen: list[str] = []

    def advance(name: str) -> None:
        seen.append(name)
        bar.update(shown, advance=1, description=f"{what} {name}"[:40].ljust(40))
        bar.refresh()
        if not bar.console.is_terminal and len(seen) % STEP == 0:
            print(f"{what}: {len(seen)} of {total}", file=sys.stderr, flush=True)

    return advance
