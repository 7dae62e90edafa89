"""``make corpus-names``: names and pages of the corpus and of the directory, in two tables.

They go into the page of ``make corpus-openapi``, beside what an earlier revision had
(``benchmarks/names.json``). An argument is how many descriptions of the directory there are to each
that is counted: 1 counts all of them.
"""

from __future__ import annotations

import json
import multiprocessing
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from corpus.running import WORKERS, forget_credentials, progress, task
from corpus_openapi import directory, fetching, table
from corpus_openapi.naming import LONG, SMELLS, Named, counted

from specmill.diagnostics import SpecmillError
from specmill.pipeline.understanding import understand
from specmill.targets.python.inspect.inspection import describe

FOLDER = Path(__file__).parents[2] / "benchmarks"
PAGE, KEPT = FOLDER / "corpus-openapi.md", FOLDER / "names.json"
EVERY = 6
HEADING = "## Names and pages"
ALL = "all"

Counts = dict[str, dict[str, int]]
"""What is counted, by family of framework."""


def main(arguments: Sequence[str]) -> int:
    """Count, keep the numbers and write the section."""
    every = int(arguments[0]) if arguments else EVERY
    forget_credentials()
    try:
        paths = [*_reached(table.entries())]
        described = list(directory.descriptions(fetching.STORE / "directory"))
    except fetching.FetchError as error:
        print(error, file=sys.stderr)
        return 2
    paths += described[::every]
    kept = json.loads(KEPT.read_text("utf-8"))
    with progress() as bar:
        advance = task(bar, "counting", len(paths))
        found = []
        with multiprocessing.get_context("fork").Pool(WORKERS, maxtasksperchild=8) as pool:
            for path, named in zip(paths, pool.imap(_counted, paths), strict=True):
                found.append(named)
                advance(path.stem)
    kept["every"], kept["now"] = every, summed(one for one in found if one is not None)
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    page = PAGE.read_text("utf-8")
    PAGE.write_text(_with_section(page, "\n".join(section())), "utf-8")
    print("\n".join(section()))
    return 0


def _reached(entries: Iterable[table.Entry]) -> Iterator[Path]:
    """Yield the files of the specs that can be had from here."""
    for one in entries:
        try:
            yield fetching.fetch(one)
        except fetching.UnreachableError as error:
            print(f"skipped: {one.name}: {error}", file=sys.stderr, flush=True)


def _counted(path: Path) -> Named | None:
    config = directory.config_of(path)
    try:
        api = understand(path.parent, config).api
    except SpecmillError:
        return None
    content = path.read_bytes()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    source = json.loads(content) if path.suffix == ".json" else yaml.load(content, loader)
    return counted(source, describe(api, config.package))


def summed(found: Iterable[Named]) -> Counts:
    """Add up what was counted, by family and in all."""
    sums: dict[str, Counter[str]] = {}
    for one in found:
        for family in (one.family, ALL):
            numbers = {"operations": one.operations, "bad": one.bad}
            numbers |= {"descriptions": 1, "lists": one.lists, "pages": one.pages}
            sums.setdefault(family, Counter()).update(numbers | one.smells)
    return {family: dict(numbers) for family, numbers in sums.items()}


def section() -> Iterator[str]:
    """Write the two tables; nothing where no numbers are kept."""
    if not KEPT.exists():
        return
    kept: dict[str, Any] = json.loads(KEPT.read_text("utf-8"))
    before, now = kept["before"], kept["now"]
    families = sorted(now, key=lambda family: -now[family]["operations"])
    yield HEADING
    yield ""
    yield (
        f"`make corpus-names` counts them in these specs and in every {kept['every']}th of the "
        f"directory's descriptions, at revision {kept['revision']} → now. The former read "
        f"{before[ALL]['descriptions']} of them. *Repeats its resource* "
        "is `users.create_user`, *repeats method or path* `orders.order_lines_get`; long names "
        f"have over {LONG} characters. Names that the author wrote so count, too."
    )
    yield ""
    yield f"| written by | descriptions | operations | with a smell | {' | '.join(SMELLS)} |"
    yield f"|---|---:|---:|---:|{'---:|' * len(SMELLS)}"
    for family in families:
        cells = [_both(before, now, family, one) for one in ("bad", *SMELLS)]
        size = f"{now[family]['descriptions']:,} | {now[family]['operations']:,}"
        yield f"| {family} | {size} | {' | '.join(cells)} |"
    yield ""
    yield (
        "Lists are GETs that answer a list and take what looks like paging (`page`, `offset`, "
        "`cursor`, …); pages are those of them that clients go through."
    )
    yield ""
    yield "| written by | lists | pages |"
    yield "|---|---:|---:|"
    for family in (one for one in families if now[one].get("lists")):
        cells = [_both(before, now, family, one) for one in ("lists", "pages")]
        yield f"| {family} | {' | '.join(cells)} |"
    yield ""


def _both(before: Mapping[str, Any], now: Mapping[str, Any], family: str, what: str) -> str:
    was, is_ = (numbers.get(family, {}).get(what, 0) for numbers in (before, now))
    return f"{is_:,}" if was == is_ else f"{was:,} → {is_:,}"


def _with_section(page: str, text: str) -> str:
    """Put the section into the page, where it was or before what the findings are."""
    kept = re.sub(rf"{HEADING}\n.*?(?=\n## )", "", page, flags=re.DOTALL)
    head, findings, rest = kept.partition("\n## Findings")
    return f"{head.rstrip()}\n\n{text.rstrip()}\n{findings}{rest}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
