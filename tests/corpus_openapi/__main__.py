"""``make corpus-openapi``: specs of real APIs through everything, and one table.

Arguments, if any, are names of specs of the table; the result is then only printed. The mock server
is asked where Node is installed.
"""

from __future__ import annotations

import gc
import multiprocessing
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from corpus import generation, strictness
from corpus.running import WORKERS, Advance, check_types, forget_credentials, progress, task, timed
from corpus_openapi import (
    examination,
    fetching,
    growth,
    json_schema_suite,
    mocked,
    report,
    table,
)
from corpus_openapi.examination import Examined
from corpus_openapi.table import Entry
from e2e import prism

PAGE = Path(__file__).parents[2] / "benchmarks" / "corpus-openapi.md"
MOST_UNREACHED = 10
"""The page is kept where more than one in so many specs cannot be reached."""
GROWN = "jira"
"""The spec that is copied: OpenAPI 3 in JSON, with an id for each operation."""

TaskT = TypeVar("TaskT")
DoneT = TypeVar("DoneT")


def main(names: list[str]) -> int:
    """Run everything; 1 when something is wrong, 2 when a spec is not what the table says.

    What cannot be reached is skipped, and the page names it; it stays as it is where that is much.
    """
    wanted = [one for one in table.entries() if not names or one.name in names]
    forget_credentials()
    gc.set_threshold(100_000, 50, 1000)  # as the command line has it
    try:
        paths = fetched(wanted)
    except fetching.FetchError as error:
        print(error, file=sys.stderr)
        return 2
    entries = [one for one in wanted if one.name in paths]
    with tempfile.TemporaryDirectory(prefix="specmill-corpus-") as scratch, progress() as bar:
        out = Path(scratch) / "packages"
        out.mkdir()
        sys.path.insert(0, str(out))
        sys.dont_write_bytecode = True
        times = {}
        made, times["generation"] = timed(
            lambda: _generated(entries, paths, out, task(bar, "generating", len(entries)))
        )
        done, times["examination"] = timed(
            lambda: _examined(entries, paths, out, made, task(bar, "examining", len(entries)))
        )
        errors, times["type checking"] = timed(
            lambda: check_types(
                [generation.package_name(path) for path in paths.values()],
                out,
                task(bar, "type checking", len(entries)),
                (strictness.mypy,),
            )
        )
        asked, times["mock server"] = timed(lambda: _asked(paths, out, Path(scratch)))
        steps: tuple[growth.Growth, ...] = ()
        if GROWN in paths:
            steps, times["growth"] = timed(lambda: tuple(growth.grown(paths[GROWN], Path(scratch))))
        folder = json_schema_suite.suite()
        suite = None if folder is None else json_schema_suite.counted(folder, Path(scratch))
    result = report.Result(
        tuple(entries),
        done,
        {name: errors.get(generation.package_name(path), []) for name, path in paths.items()},
        errors.get("", []),
        asked,
        steps,
        GROWN,
        suite,
        times,
        WORKERS,
        tuple(one.name for one in wanted if one.name not in paths),
    )
    text = report.table(result)
    print(text)
    if len(result.unreached) > len(wanted) // MOST_UNREACHED:
        print(f"{len(result.unreached)} skipped; {PAGE.name} stays as it is")
    elif not names:
        PAGE.write_text(text, encoding="utf-8")
    return int(result.failed)


def fetched(
    entries: Iterable[Entry], fetch: Callable[[Entry], Path] = fetching.fetch
) -> dict[str, Path]:
    """Return the files of the specs that can be reached; the others are told.

    Raises:
        FetchError: One is not what the table says, or none can be reached.
    """
    paths: dict[str, Path] = {}
    unreachable: list[fetching.UnreachableError] = []
    for one in entries:
        try:
            paths[one.name] = fetch(one)
        except fetching.UnreachableError as error:
            print(f"skipped: {one.name}: {error}", file=sys.stderr, flush=True)
            unreachable.append(error)
    if unreachable and not paths:
        raise unreachable[0]
    return paths


def _generated(
    entries: list[Entry], paths: dict[str, Path], out: Path, advance: Advance
) -> dict[str, Examined]:
    """Generate each in a process of its own, so that its memory is its alone."""
    import specmill.targets.python.package  # noqa: F401 - once here, not in each process

    tasks = [(one, paths[one.name], out) for one in entries]
    return _by_name(examination.generate, tasks, advance)


def _examined(
    entries: list[Entry],
    paths: dict[str, Path],
    out: Path,
    made: dict[str, Examined],
    advance: Advance,
) -> dict[str, Examined]:
    """Examine each in a process of its own, with which the package that it imported goes."""
    tasks = [(one, paths[one.name], out, made[one.name]) for one in entries]
    return _by_name(examination.examine, tasks, advance)


def _asked(paths: dict[str, Path], out: Path, scratch: Path) -> dict[str, mocked.Asked]:
    """Ask the mock server about the specs that it is for; nothing where Node is not installed."""
    if shutil.which("node") is None:
        return {}
    prism.install()
    chosen = [name for name in mocked.SPECS if name in paths]
    work = partial(mocked.ask, out=out, scratch=scratch)
    return dict(zip(chosen, _in_processes(work, [paths[name] for name in chosen]), strict=True))


def _by_name(
    work: Callable[[TaskT], Examined], tasks: Iterable[TaskT], advance: Advance
) -> dict[str, Examined]:
    done = {}
    for one in _in_processes(work, tasks):
        done[one.name] = one
        advance(one.name)
    return done


def _in_processes(work: Callable[[TaskT], DoneT], tasks: Iterable[TaskT]) -> Iterator[DoneT]:
    with multiprocessing.get_context("fork").Pool(WORKERS, maxtasksperchild=1) as pool:
        yield from pool.imap(work, tasks)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
