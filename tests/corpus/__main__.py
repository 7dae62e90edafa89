"""``make corpus``: every Discovery document of the wheel through everything, and one table.

Arguments, if any, are names of documents (``storage.v1``); the table is then only printed.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from pathlib import Path
from typing import TypeVar

from corpus import documents, examination, generation, report, strictness
from corpus.examination import Examined
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

WORKERS = int(os.environ.get("JOBS", "2"))
TABLE = Path(__file__).parents[2] / "benchmarks" / "corpus.md"
STRICT = 40
"""Packages that the type checker reads."""
STEP = 50
"""Documents between two lines of progress, where there is no terminal for a bar."""
CHUNK = 5
"""Packages of one run of the type checker, whose memory grows with them."""

T = TypeVar("T")
Advance = Callable[[str], None]


def main(names: list[str]) -> int:
    """Run everything; 1 when something is wrong."""
    paths = [documents.folder() / f"{name}.json" for name in names] or [*documents.documents()]
    strict = paths if names else documents.sample(STRICT)
    for name in [name for name in os.environ if name.endswith(("_TOKEN", "_API_KEY", "_BASE_URL"))]:
        del os.environ[name]
    with tempfile.TemporaryDirectory(prefix="specmill-corpus-") as folder, _progress() as bar:
        out = Path(folder) / "packages"
        sys.path.insert(0, str(out))
        sys.dont_write_bytecode = True
        generated, generation_time = _timed(
            lambda: _generate(paths, out, _task(bar, "generating", len(paths)))
        )
        examined, examination_time = _timed(
            lambda: _examine(paths, out, generated, _task(bar, "examining", len(paths)))
        )
        errors, strict_time = _timed(
            lambda: _check_types(strict, out, _task(bar, "type checking", 2 * len(strict)))
        )
    result = report.Result(
        tuple(examined[path.stem] for path in paths),
        {path.stem: errors.get(generation.package_name(path), []) for path in strict},
        errors.get("", []),
        {
            "generation": generation_time,
            "examination": examination_time,
            "type checking": strict_time,
        },
        WORKERS,
    )
    text = report.table(result)
    print(text)
    if not names:
        TABLE.write_text(text, encoding="utf-8")
    return int(result.failed)


def _generate(paths: list[Path], out: Path, advance: Advance) -> dict[str, Examined]:
    """Generate all; the workers do nothing else, so that their memory is that of generation."""
    out.mkdir()
    import specmill.targets.python.package  # noqa: F401 - once here, not in each process

    return _in_processes(partial(examination.generate, out=out), paths, advance)


def _examine(
    paths: list[Path], out: Path, generated: dict[str, Examined], advance: Advance
) -> dict[str, Examined]:
    """Examine all; a worker ends after some, and with it the packages that it imported."""
    from corpus import checks  # noqa: F401 - once here, not in each process

    context = multiprocessing.get_context("fork")
    with context.Pool(WORKERS, maxtasksperchild=8) as pool:
        tasks = [(path, out, generated[path.stem]) for path in paths]
        done = {}
        for one in pool.imap_unordered(_examine_one, tasks):
            done[one.name] = one
            advance(one.name)
    return done


def _examine_one(task: tuple[Path, Path, Examined]) -> Examined:
    path, out, examined = task
    try:
        return examination.examine(path, out, examined)
    except Exception as error:
        examined.failures["normalized"] = [repr(error)[:300]]
        return examined


def _check_types(paths: Iterable[Path], out: Path, advance: Advance) -> dict[str, list[str]]:
    folders = [folder for path in paths if (folder := out / generation.package_name(path)).is_dir()]
    chunks = [folders[start : start + CHUNK] for start in range(0, len(folders), CHUNK)]
    errors: dict[str, list[str]] = {}
    with ProcessPoolExecutor(WORKERS) as pool:
        waiting = {
            pool.submit(check, chunk, out.parent): chunk
            for chunk in chunks
            for check in (strictness.mypy, strictness.basedpyright)
        }
        for future in as_completed(waiting):
            for package, lines in future.result().items():
                errors.setdefault(package, []).extend(lines)
            for folder in waiting[future]:
                advance(folder.name)  # once for each checker
    return errors


def _in_processes(
    work: Callable[[Path], Examined], paths: list[Path], advance: Advance
) -> dict[str, Examined]:
    done: dict[str, Examined] = {}
    with ProcessPoolExecutor(WORKERS, multiprocessing.get_context("fork")) as pool:
        for future in as_completed([pool.submit(work, path) for path in paths]):
            one = future.result()
            done[one.name] = one
            advance(one.name)
    return done


def _timed(work: Callable[[], T]) -> tuple[T, report.Time]:
    before, started = _cpu_seconds(), time.perf_counter()
    result = work()
    return result, report.Time(time.perf_counter() - started, _cpu_seconds() - before)


def _cpu_seconds() -> float:
    """Return the CPU time of this process and of those that it waited for."""
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # No refresh thread: processes are forked while the bar shows.
    console = Console(stderr=True)
    return Progress(*columns, TimeElapsedColumn(), console=console, auto_refresh=False)


def _task(bar: Progress, what: str, total: int) -> Advance:
    task = bar.add_task(what, total=total)
    seen: list[str] = []

    def advance(name: str) -> None:
        seen.append(name)
        bar.update(task, advance=1, description=f"{what} {name}"[:40].ljust(40))
        bar.refresh()
        if not bar.console.is_terminal and len(seen) % STEP == 0:
            print(f"{what}: {len(seen)} of {total}", file=sys.stderr, flush=True)

    return advance


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
