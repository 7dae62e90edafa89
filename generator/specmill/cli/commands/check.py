"""Command ``specmill check``: a diff and exit code 1 when generated files are stale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from specmill.cli.app import DIFFERENT, DONE
from specmill.cli.console import count, note, result, tell, visible
from specmill.cli.manner import manner, record
from specmill.cli.options import (
    apis_argument,
    config_option,
    finding_options,
    open_workspace,
    report_options,
    shard_option,
)
from specmill.cli.progress import progress_over
from specmill.pipeline.generation import compare

if TYPE_CHECKING:
    from specmill.config import Workspace
    from specmill.pipeline.generation import Comparison
    from specmill.render.files import Difference

_LINES_OF_A_FILE = 30
_LINES = 200
_WORDS = {"changed": "stale", "missing": "missing", "extra": "no longer generated"}


@click.command("check")
@apis_argument
@click.option("--full", is_flag=True, help="Print the whole diff.")
@click.option(
    "--rebuild",
    is_flag=True,
    help="Also generate the APIs that are up to date by their checksums, in memory, and compare.",
)
@shard_option
@finding_options
@report_options
@config_option
def command(
    apis: tuple[str, ...],
    full: bool,
    rebuild: bool,
    shard: str | None,
    config: Path | None,
    strict: bool,
    verbose: bool,
) -> int:
    """Fail with a diff if generated files are not up to date; write no file.

    Inputs, settings and generated files are compared with the checksums in specmill.lock. Where
    they differ, the files are generated in memory. If all files are up to date, the exit code is 0.
    Otherwise it is 1, and a diff shows what `specmill generate` would change. With --rebuild,
    everything is generated; this also finds changes by another version of the formatter.
    If `code` of specmill.toml lists folders, a call of a method that is not generated fails, too.

    \b
    Examples:
      specmill check                  # in CI
      specmill check dataflow --full
      specmill check --rebuild        # once after each update of specmill's libraries
    """
    workspace = open_workspace(config, shard=shard)
    with progress_over(workspace, apis) as progress:
        comparison = compare(workspace, apis, strict=strict, rebuild=rebuild, progress=progress)
    differences = comparison.differences
    tell(comparison.findings, whole=verbose)
    lost = _lost_calls(workspace, apis)
    record(differences=[{"path": one.path, "kind": one.kind} for one in differences])
    if not differences:
        return DIFFERENT if lost else DONE
    edited = _told_why(workspace, apis)
    if manner().facts is None:
        _show(differences, edited, full=full)
    what = "differs" if len(differences) == 1 else "differ"
    note(f"{count(len(differences), 'file')} {what}; {_cure(comparison, edited)}")
    return DIFFERENT


def _show(differences: Sequence[Difference], edited: set[str], *, full: bool) -> None:
    """Print the diff, and a line for each file."""
    result("\n".join(visible(line) for line in (_all if full else _some)(differences)))
    for difference in differences[:_LINES]:
        word = "edited by hand" if difference.path in edited else _WORDS[difference.kind]
        note(f"{word}: {difference.path}")


def _lost_calls(workspace: Workspace, apis: tuple[str, ...]) -> bool:
    """Tell of calls, in the workspace's own code, of what is not generated."""
    if not workspace.code:
        return False
    from specmill.pipeline.usage import lost_calls

    lost, findings = lost_calls(workspace, apis)
    tell([*findings, *lost])
    return bool(lost)


def _told_why(workspace: Workspace, apis: tuple[str, ...]) -> set[str]:
    """Tell why APIs are stale; gives the files that were edited by hand."""
    from specmill.pipeline.upkeep import Cause, reasons_by_api

    edited: set[str] = set()
    for api, reasons in reasons_by_api(workspace, apis).items():
        for reason in reasons:
            if reason.cause is Cause.EDITED:
                edited.add(reason.what)
            elif reason.cause is not Cause.MISSING:
                note(f"{api} is stale, {reason.cause}: {reason.what}")
    return edited


def _cure(comparison: Comparison, edited: set[str]) -> str:
    if edited:
        force = "`specmill generate --force` writes over them"
        return f"`specmill patch` keeps what was edited, {force}"
    force = " --force" if comparison.needs_force else ""
    return f"run `specmill generate{force}` and commit"


def _all(differences: Sequence[Difference]) -> Iterator[str]:
    for difference in differences:
        yield from difference.lines()


def _some(differences: Sequence[Difference]) -> Iterator[str]:
    """The first lines of the first diffs, and how much is left out."""
    left = _LINES
    for number, difference in enumerate(differences):
        if left <= 0:
            rest = count(len(differences) - number, "more file")
            yield f"… and the diffs of {rest}; see all with --full"
            return
        lines = difference.lines()
        shown = min(len(lines), _LINES_OF_A_FILE)
        left -= shown
        yield from lines[:shown]
        if len(lines) > shown:
            cut = count(len(lines) - shown, "more line")
            yield f"… {cut} of {difference.path}; see all with --full"
