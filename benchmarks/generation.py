"""Generation from cold start: whole processes, ours and the peers'."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import peers
from benchmarks.inputs import RIVAL, Input, Missing, inputs
from benchmarks.processes import FailedError, Run, medians, run
from benchmarks.report import Table, against, mebibytes, ratio, seconds

_ABOUT = """
One whole process from its start to its end, with an empty output folder, every tool at its
defaults, and Python's bytecode cached, as after an installation. CPU is the processor time of all
cores. Lines are those of Python files, also for each operation; size is that of all files. Tools
that do not read the source itself (marked *) get our normal form of it, OpenAPI 3.1, and the time
that makes it is not counted.
specmill makes models, a sync and an async client, and copies its runtime;
datamodel-code-generator makes models alone.
"""

_COLUMNS = (
    *("API", "generator", "time", "×", "CPU", "peak memory"),
    *("lines", "per operation", "size", "notes"),
)
_TIMEOUT = 300.0
_SHARE = 0.09
"""Our processor time over the rival's, at most."""
_PEER_RUNS = 3
_BUSY = 1.5
"""Time over processor time from which a machine with nothing else to do is ruled out."""

Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Output:
    lines: int
    size: int


@dataclass(slots=True)
class _Generation:
    """The runs over one spec."""

    given: Input
    repeat: int
    folder: Path
    note: Note

    def rows(self, *, with_peers: bool) -> Iterator[list[str]]:
        self.note(f"{self.given.title}: specmill")
        ours: Run | None = None
        try:
            done, output = self._measure("specmill", _specmill, self.repeat)
        except FailedError as error:
            yield self._failed("specmill", error)
        else:
            ours = done
            target = self.given.target
            notes = [against(ours.seconds, target, f"{target} s")] if target else []
            memory, lines = self.given.most_memory, self.given.most_lines
            if memory:
                notes.append(against(done.peak_bytes, memory, mebibytes(memory)))
            if lines:
                notes.append(against(output.lines, lines, f"{lines:,} lines"))
            if ours.seconds > _BUSY * done.cpu_seconds:
                notes.append("had to wait for other work of the machine")
            yield self._row("specmill", done, output, "1", ", ".join(notes))
        for peer in peers.GENERATORS if with_peers else ():
            self.note(f"{self.given.title}: {peer.name}")
            yield self._peer(peer, ours)

    def _peer(self, peer: peers.Peer, ours: Run | None) -> list[str]:
        read = self.given.family in peer.families
        name = peer.name if read else f"{peer.name} *"
        try:
            spec = self.given.path if read else self.given.normal_form(self.folder)
            peers.interpreter()
            repeat = min(self.repeat, _PEER_RUNS)
            done, output = self._measure(peer.name, peer.command, repeat, spec)
        except FailedError as error:
            return self._failed(name, error)
        notes = [f"{peer.makes} only"] if peer.makes else []
        if left_out := done.output.count("Endpoint will not be generated"):
            notes.append(f"leaves out {left_out} operations")
        if peer.name == RIVAL and self.given.times_faster and ours:
            wanted = self.given.times_faster
            met = "met" if done.seconds / ours.seconds >= wanted else "missed"
            notes.append(f"≥ {wanted:g}×, {met}")
            share = ours.cpu_seconds / done.cpu_seconds
            notes.append(f"our CPU over its {share:.3f}, {against(share, _SHARE, f'{_SHARE}')}")
        times = ratio(done.seconds, ours.seconds if ours else None)
        return self._row(name, done, output, times, ", ".join(notes))

    def _measure(
        self,
        name: str,
        command: Callable[[Path, Path], list[str | Path]],
        repeat: int,
        spec: Path | None = None,
    ) -> tuple[Run, _Output]:
        last = Path()

        def once(number: int) -> Run:
            nonlocal last
            last = self.folder / f"{self.given.name}-{name}-{number}"
            last.mkdir()
            environment = peers.environment()
            line = command(spec or self.given.path, last)
            return run(line, timeout=_TIMEOUT, cwd=self.folder, env=environment)

        done = medians(repeat, once)
        return done, _count(last)

    def _row(self, name: str, done: Run, output: _Output, times: str, notes: str) -> list[str]:
        return [
            self.given.title,
            name,
            seconds(done.seconds),
            times,
            seconds(done.cpu_seconds),
            mebibytes(done.peak_bytes),
            f"{output.lines:,}",
            f"{output.lines / self.given.operations:,.0f}",
            mebibytes(output.size),
            notes,
        ]

    def _failed(self, name: str, error: FailedError) -> list[str]:
        return [self.given.title, name, "failed", "", "", "", "", "", "", str(error)]


def measure(repeat: int, note: Note, *, with_peers: bool, apis: frozenset[str]) -> Table:
    """Measure generation from every spec, or from some."""
    table = Table("Generation from cold start", _ABOUT, _COLUMNS, frozenset({0, 1, 9}))
    with tempfile.TemporaryDirectory(prefix="specmill-bench-") as temporary:
        for given in inputs():
            if apis and given.name not in apis:
                continue
            if isinstance(given, Missing):
                table.rows.append([given.title, "", "skipped", *[""] * 6, given.why])
                continue
            generation = _Generation(given, repeat, Path(temporary), note)
            table.rows.extend(generation.rows(with_peers=with_peers))
    return table


def _specmill(spec: Path, out: Path) -> list[str | Path]:
    command = (sys.executable, "-m", "specmill", "generate")
    return [*command, "--spec", spec, "--out", out, "--name", "measured"]


def _count(folder: Path) -> _Output:
    files = [path for path in folder.rglob("*") if path.is_file()]
    contents = [(path.suffix, path.read_bytes()) for path in files]
    lines = sum(content.count(b"\n") for suffix, content in contents if suffix == ".py")
    return _Output(lines, sum(len(content) for _, content in contents))
