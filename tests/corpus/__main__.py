"""``make corpus``: every Discovery document of the wheel through everything, and one table.

Arguments, if any, are names of documents (``storage.v1``); the table is then only printed.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from pathlib import Path

from corpus import documents, examination, generation, report
from corpus.examination import Examined
from corpus.running import WORKERS, Advance, check_types, forget_credentials, progress, task, timed

TABLE = Path(__file__).parents[2] / "benchmarks" / "corpus.md"
STRICT = 40
"""Packages that the type checker reads."""


def main(names: list[str]) -> int:
    """Run everything; 1 when something is wrong."""
    paths = [documents.folder() / f"{name}.json" for name in names] or [*documents.documents()]
    strict = paths if names else documents.sample(STRICT)
    forget_credentials()
    with tempfile.TemporaryDirectory(prefix="specmill-corpus-") as folder, progress() as bar:
        out = Path(folder) / "packages"
        sys.path.insert(0, str(out))
        sys.dont_write_bytecode = True
        generated, generation_time = timed(
            lambda: _generate(paths, out, task(bar, "generating", len(paths)))
        )
        examined, examination_time = timed(
            lambda: _examine(paths, out, generated, task(bar, "examining", len(paths)))
        )
        errors, strict_time = timed(
            lambda: check_types(
                map(generation.package_name, strict),
                out,
                task(bar, "type checking", 2 * len(strict)),
            )
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
