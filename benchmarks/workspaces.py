"""Workspaces of many APIs: Google's Discovery documents."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.processes import FailedError, Run, checked, medians, run
from benchmarks.report import Table, against, mebibytes, seconds

COMMAND = (sys.executable, "-m", "specmill")
ONE_RUNTIME = """\
[workspace]
locks = "api"

[targets.python]
runtime = "google_runtime"
runtime_out = "generated/python"
"""
"""What a workspace of hundreds of APIs has, by the guide to them."""
_ABOUT = """
A workspace of all Discovery documents in the wheel of google-api-python-client, with one runtime
and a lock for each API, as the [guide](../docs/guides/monorepo.md#hundreds-of-apis) has it; below,
the same with a runtime in each package and one lock. One spec changed is a word in a description
of `sheets.v4`. Sizes are those of contents.
"""
_TIMEOUT = 1_200.0
_MEGABYTE = 1_000_000
_CHANGED = "sheets-v4"


def documents() -> list[Path]:
    """Find Google's documents, sorted by name; none where their wheel is not installed."""
    found = find_spec("googleapiclient")
    if found is None or found.origin is None:
        return []
    folder = Path(found.origin).parent / "discovery_cache" / "documents"
    return sorted(path for path in folder.glob("*.json") if path.name != "index.json")


def lay_out(folder: Path, sources: list[Path], settings: str) -> None:
    """Make a workspace of some documents."""
    tables = [settings]
    for source in sources:
        name = source.stem.lower().replace(".", "-")
        place = folder / "specs" / name / "source.json"
        place.parent.mkdir(parents=True)
        shutil.copyfile(source, place)
        tables.append(f"[apis.{name}]\n")
    (folder / "specmill.toml").write_text("\n".join(tables), encoding="utf-8")


def measure(repeat: int) -> Table:
    """Measure runs over the workspace, and what they leave on the disk."""
    columns = ("what", "one runtime, locks by API", "target", "as by default")
    table = Table("A workspace of 610 APIs", _ABOUT, columns)
    sources = documents()
    if not sources:
        table.rows.append(["all", "skipped", "google-api-python-client is not installed", ""])
        return table
    table.title = f"A workspace of {len(sources)} APIs"
    try:
        ours, usual = (_measured(sources, one, repeat) for one in (ONE_RUNTIME, ""))
    except FailedError as error:
        table.rows.append(["all", "failed", str(error), ""])
        return table
    table.rows += _rows(ours, usual)
    return table


@dataclass(frozen=True, slots=True)
class _Measured:
    first: Run
    nothing: Run
    changed: Run
    check: Run
    size: int
    runtimes: int
    files: int
    locks: int


def _rows(ours: _Measured, usual: _Measured) -> Iterator[list[str]]:
    times = (
        ("`generate`, all of it", ours.first, usual.first, 35.0),
        ("`generate`, nothing to do", ours.nothing, usual.nothing, 1.0),
        ("`generate`, one spec changed", ours.changed, usual.changed, 2.5),
        ("`check`, all is well", ours.check, usual.check, 1.5),
    )
    for what, one, other, target in times:
        met = against(one.seconds, target, seconds(target))
        yield [what, seconds(one.seconds), met, seconds(other.seconds)]
        yield [f"{what}: CPU", seconds(one.cpu_seconds), "", seconds(other.cpu_seconds)]
    peaks = (mebibytes(one.first.peak_bytes) for one in (ours, usual))
    yield ["peak memory of a process", next(peaks), "", next(peaks)]
    most = 180 * _MEGABYTE
    met = against(ours.size, most, "180 MB")
    yield ["generated files, all", _megabytes(ours.size), met, _megabytes(usual.size)]
    yield ["… of them runtimes", _megabytes(ours.runtimes), "", _megabytes(usual.runtimes)]
    yield ["… how many", f"{ours.files:,}", "", f"{usual.files:,}"]
    largest = f"{_megabytes(ours.locks)}, the largest"
    yield ["lock", largest, against(ours.locks, 4 * _MEGABYTE, "4 MB"), _megabytes(usual.locks)]


def _measured(sources: list[Path], settings: str, repeat: int) -> _Measured:
    with tempfile.TemporaryDirectory(prefix="specmill-bench-") as temporary:
        folder = Path(temporary)
        lay_out(folder, sources, settings)
        first = checked([*COMMAND, "generate", "--quiet"], timeout=_TIMEOUT, cwd=folder)
        nothing = _repeated(folder, repeat, "generate")
        check = _repeated(folder, repeat, "check")
        changed = medians(repeat, lambda number: _change(folder, number))
        files = [path for path in (folder / "generated").rglob("*") if path.is_file()]
        sizes = {path: path.stat().st_size for path in files}
        runtimes = {"_runtime", "google_runtime"}
        locks = [*folder.glob("specmill.lock"), *folder.glob("specmill.locks/*")]
        return _Measured(
            first,
            nothing,
            changed,
            check,
            sum(sizes.values()),
            sum(size for path, size in sizes.items() if runtimes & {*path.parts}),
            len(files),
            max(path.stat().st_size for path in locks),
        )


def _repeated(folder: Path, repeat: int, *words: str) -> Run:
    return medians(repeat, lambda _: run([*COMMAND, *words], timeout=_TIMEOUT, cwd=folder))


def _change(folder: Path, number: int) -> Run:
    """Run after a word of a description changed."""
    source = folder / "specs" / _CHANGED / "source.json"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace('"description": "', f'"description": "{number} ', 1), "utf-8")
    return run([*COMMAND, "generate"], timeout=_TIMEOUT, cwd=folder)


def _megabytes(size: float) -> str:
    return f"{size / _MEGABYTE:,.1f} MB"
