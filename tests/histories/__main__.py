"""``make histories``: real updates, what ``specmill diff`` says of them, and what is the case.

Arguments, if any, are names of histories; the result is then only printed.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import regenerated.updates as regenerated
from corpus_openapi.fetching import FetchError, UnreachableError
from histories import oasdiff
from histories.packages import Step, run
from histories.table import History, Version, histories

PAGE = Path(__file__).parents[2] / "benchmarks" / "histories.md"
_INTRODUCTION = """\
# Real updates

`make histories` compares the versions of real specs with `specmill diff`, generates both packages, and
asks two others what a program would notice: the syntax trees of both packages, and griffe. Unsaid is
what these find and no line tells; false is what is called breaking and no syntax tree confirms. Time
is that of the processor for the comparison, memory the most that it took. The command fails when
anything is unsaid or false. oasdiff is run beside it where it is installed (`OASDIFF` may name it):
what it tells of programs and `specmill diff` does not, or the other way round, is listed with the
reason, and a kind without a reason fails the command. Then the same updates are made with the lock file.

| Spec | From | To | Breaking | Behaviour | Additive | Docs | Step | Found otherwise | Unsaid | False | Time | Memory |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
"""  # noqa: E501 - a table


def main(names: list[str]) -> int:
    """Run all; 1 when something is unsaid or false, 2 when a spec is not what the table says."""
    rows: list[str] = []
    beside = oasdiff.Found() if oasdiff.program() else None
    wrong = skipped = 0
    chosen = [one for one in histories() if not names or one.name in names]
    for history in chosen:
        for old, new in pairwise(history.versions):
            try:
                step = _step(old, new)
            except UnreachableError as error:
                print(f"skipped: {history.name} {old.name} to {new.name}: {error}", flush=True)
                skipped += 1
                continue
            except FetchError as error:
                print(error, file=sys.stderr)
                return 2
            rows.append(_row(history, old.name, new.name, step))
            print(rows[-1], flush=True)
            wrong += _tell(step)
            if beside is not None:
                beside.add(oasdiff.held_against(oasdiff.findings(*step.specs), step.changes))
    try:
        again, more = regenerated.section(chosen)
    except FetchError as error:
        print(error, file=sys.stderr)
        return 2
    why = "\n".join(f"* {one.name}: {one.why}." for one in chosen)
    try:
        others = oasdiff.section(beside)
    except LookupError as error:
        print(error, file=sys.stderr)
        return 1
    print(others)
    if skipped:
        print(f"{skipped} skipped; {PAGE.name} stays as it is")
    elif not names:
        PAGE.write_text(
            _INTRODUCTION + "\n".join(rows) + f"\n\n{why}\n\n{again}\n{others}", encoding="utf-8"
        )
    return 1 if wrong or more else 0


def _step(old: Version, new: Version) -> Step:
    """Run one update.

    Raises:
        FetchError: A spec cannot be had, or is not what the table says.
    """
    before, after = old.path(), new.path()
    if before is None or after is None:
        raise UnreachableError("the variable HISTORIES names no folder with these files")
    with tempfile.TemporaryDirectory(prefix="specmill-histories-") as scratch:
        return run(before, after, Path(scratch))


def _row(history: History, old: str, new: str, step: Step) -> str:
    counts = [f"{number:,}" for number in step.levels.values()]
    judged = step.judgement
    cells = [
        *(history.name, old, new, *counts, step.step, f"{step.breaking:,}"),
        *(str(len(judged.unsaid)), str(len(judged.false))),
        *(f"{step.seconds:.1f} s", f"{step.megabytes} MB"),
    ]
    return f"| {' | '.join(cells)} |"


def _tell(step: Step) -> int:
    for one in step.judgement.unsaid:
        print(f"  unsaid: {one.subject} ({one.kind}) {one.detail}"[:200])
    for change in step.judgement.false:
        print(f"  false: {change['subject']}: {change['text']} [{change['rule']}]")
    return len(step.judgement.unsaid) + len(step.judgement.false)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
