"""Real updates and shuffled specs, with the lock of the run before; in ``make histories``."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import googleapiclient
import yaml
from histories.differences import differences
from histories.syntax import facts_of
from histories.table import History

from regenerated.moves import difference
from regenerated.shuffling import regenerated
from specmill.config import load
from specmill.pipeline.generation import generate

_MOST_MOVED = 0.05
_SETTINGS = """\
[workspace]
out = "."
targets = ["python"]
[targets.python]
out = "."
[apis.api]
package = "pkg"
"""
_INTRODUCTION = """\
## Generated again

Packages go from one version of a real spec to the next with the lock of the run before, and beside
it the new version is generated without. Moved is the share of the removed lines that one class,
method or alias has in another place now. Breaking is what the syntax trees of both packages tell,
the fields of a class that is gone one by one: with the lock it may not be more. Then every key and
every array of a spec is shuffled: no file may change. The command fails when any of this is not so,
or when more than 5 % of the lines that an update removes moved.

"""
_UPDATES = """\
| Spec | From | To | Files | Lines removed | Moved | Moved without lock | Breaking | Breaking without lock |
|---|---|---|---|---|---|---|---|---|
"""  # noqa: E501 - a table
_SHUFFLED = "| Spec, in another order | Files | Files changed |\n|---|---|---|\n"


def section(chosen: Sequence[History]) -> tuple[str, int]:
    """Run histories; return their part of the page, and how many rows are not as they must be.

    Raises:
        FetchError: A spec cannot be had.
    """
    rows: list[str] = []
    orders: list[str] = []
    wrong = 0
    for found, jobs in ((rows, _updates(chosen)), (orders, _orders(chosen))):
        for row, is_wrong in jobs:
            found.append(row)
            wrong += is_wrong
            print(row, end="", flush=True)
    return "".join((_INTRODUCTION, _UPDATES, *rows, "\n", _SHUFFLED, *orders)), wrong


def _updates(chosen: Sequence[History]) -> Iterator[tuple[str, bool]]:
    for history in chosen:
        for old, new in pairwise(history.versions):
            before, after = old.path(), new.path()
            if before is None or after is None:
                print(f"skipped: {history.name} {old.name} to {new.name}: no local files")
                continue
            with tempfile.TemporaryDirectory(prefix="specmill-regenerated-") as scratch:
                cells, is_wrong = _updated(before, after, Path(scratch))
            yield f"| {history.name} | {old.name} | {new.name} | {cells} |\n", is_wrong


def _updated(before: Path, after: Path, folder: Path) -> tuple[str, bool]:
    first, kept, fresh = folder / "first", folder / "kept", folder / "fresh"
    _generated(before, first)
    shutil.copytree(first, kept)
    _generated(after, kept)
    _generated(after, fresh)
    with_lock, without = (difference(first / "pkg", one / "pkg") for one in (kept, fresh))
    breaking, others = (_breaking(first, one) for one in (kept, fresh))
    cells = (
        *(f"{with_lock.files:,}", f"{with_lock.removed:,}"),
        *(f"{with_lock.share:.1%}", f"{without.share:.1%}", f"{breaking:,}", f"{others:,}"),
    )
    return " | ".join(cells), breaking > others or with_lock.share > _MOST_MOVED


def _breaking(old: Path, new: Path) -> int:
    """Count what a program notices; of a class that is gone, each of its fields."""
    sides = (old / "pkg", new / "pkg")
    before, after = facts_of(*sides), facts_of(*reversed(sides))
    found = differences(before, after, after.old_names, {})
    gone = tuple(f"{one.subject}." for one in found if one.kind == "gone")
    return len(found) + sum(name.startswith(gone) for name in before.things)


def _generated(spec: Path, folder: Path) -> None:
    generate(load(_workspace(spec, folder)[0]))


def _workspace(spec: Path, folder: Path) -> tuple[Path, Path]:
    """Put a spec into a workspace; return its file and the source."""
    source = folder / "specs" / "api" / "source.json"
    source.parent.mkdir(parents=True, exist_ok=True)
    if spec.suffix == ".json":
        shutil.copy(spec, source)
    else:
        tree = yaml.load(spec.read_bytes(), yaml.CSafeLoader)
        source.write_text(json.dumps(tree, default=str), encoding="utf-8")
    file = folder / "specmill.toml"
    file.write_text(_SETTINGS, encoding="utf-8")
    return file, source


def _orders(chosen: Sequence[History]) -> Iterator[tuple[str, bool]]:
    for name, spec in _specs(chosen):
        with tempfile.TemporaryDirectory(prefix="specmill-regenerated-") as scratch:
            file, source = _workspace(spec, Path(scratch))
            changed, files = regenerated(file.parent, source)
        yield f"| {name} | {files:,} | {len(changed)} |\n", bool(changed)


def _specs(chosen: Sequence[History]) -> Iterator[tuple[str, Path]]:
    """Yield the newest version of each history, and YouTube's document."""
    for history in chosen:
        path = history.versions[-1].path()
        if path is not None:
            yield history.name, path
    documents = Path(googleapiclient.__file__).parent / "discovery_cache" / "documents"
    yield "youtube", documents / "youtube.v3.json"
