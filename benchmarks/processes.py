"""Child processes: how long they take, how much processor time and memory they use."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
STORE = ROOT / "build" / "bench"
"""Git-ignored, kept between runs: the peers' environment, GitHub's description, bytecode."""

_LAUNCHER = (sys.executable, "-I", "-S", str(Path(__file__).parent / "probes" / "launched.py"))
_LONGEST = 110
_ERROR = re.compile(r"\W*(\[?error\b|[\w.]+(Error|Exception)\b.*:|.*: error: )", re.IGNORECASE)
_WARM_UP_BELOW = 5.0
"""Seconds: shorter runs depend on the disk cache and on bytecode, so the first is thrown away."""


@dataclass(frozen=True, slots=True)
class Run:
    """A child process that ended, its own children included."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int
    """Largest resident set of any one process of the run."""
    code: int
    output: str

    @property
    def failed(self) -> bool:
        """Whether it ended with another exit code than 0."""
        return self.code != 0


class FailedError(Exception):
    """A child process failed; the message is the first line that tells why."""


def run(
    command: Sequence[str | Path],
    *,
    timeout: float,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Run:
    """Run a command to its end, or kill it and its children after ``timeout`` seconds."""
    reading, writing = os.pipe()
    with tempfile.TemporaryFile() as output, open(reading, encoding="ascii") as report:
        process = subprocess.Popen(
            [*_LAUNCHER, str(writing), *(os.fspath(part) for part in command)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env={**_environment(), **(env or {})},
            pass_fds=(writing,),
            start_new_session=True,
        )
        os.close(writing)
        killer = threading.Timer(timeout, os.killpg, (process.pid, signal.SIGKILL))
        killer.start()
        try:
            process.wait()
        finally:
            killer.cancel()
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
        told = report.read().split()
    if not told:  # it was killed together with the command
        text = f"error: no end after {timeout:.0f} s\n{text}"
        return Run(timeout, 0, 0, process.returncode, text)
    taken, cpu, peak, code = told
    return Run(float(taken), float(cpu), int(peak), int(code), text)


def _environment() -> dict[str, str]:
    """Our environment, without settings of Python's; bytecode is kept, as in an installed package.

    It has a folder of its own, so that none appears next to sources.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONPYCACHEPREFIX": str(STORE / "bytecode")}


def checked(
    command: Sequence[str | Path],
    *,
    timeout: float,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Run:
    """Run a command that has to succeed.

    Raises:
        FailedError: It did not.
    """
    done = run(command, timeout=timeout, cwd=cwd, env=env)
    if done.failed:
        raise FailedError(reason(done))
    return done


def medians(repeat: int, once: Callable[[int], Run]) -> Run:
    """Run something several times.

    A first run that is short is thrown away.

    Args:
        repeat: How many runs count.
        once: Makes run number ``n``.

    Returns:
        The medians, with the output of the last run.

    Raises:
        FailedError: A run failed.
    """
    runs: list[Run] = []
    number = 0
    while len(runs) < repeat:
        done = once(number)
        if done.failed:
            raise FailedError(reason(done))
        if number > 0 or done.seconds > _WARM_UP_BELOW:
            runs.append(done)
        number += 1
    return Run(
        median(one.seconds for one in runs),
        median(one.cpu_seconds for one in runs),
        int(median(one.peak_bytes for one in runs)),
        0,
        runs[-1].output,
    )


def reason(done: Run) -> str:
    """Give the first line of the output that tells an error, or else the last line."""
    lines = [line for line in done.output.splitlines() if line.strip()]
    said = next(filter(_ERROR.match, lines), (lines or ["no output"])[-1]).strip()
    for path in (str(Path.cwd()), tempfile.gettempdir()):
        said = said.replace(path, "…")
    return f"exit code {done.code}: {said[:_LONGEST]}"
