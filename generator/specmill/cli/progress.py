"""Progress bar of longer work on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from specmill.cli.manner import manner
from specmill.config import ApiConfig, Workspace
from specmill.pipeline.lock import located

_LONG = 1_000_000
"""Bytes of source, together, that take long enough to look at a bar."""
_BEFORE_TARGETS = 2
"""Stages of one API before its targets: it is read, and its names are settled."""


@contextmanager
def progress_over(
    workspace: Workspace, names: Sequence[str]
) -> Iterator[Callable[[str, str], None] | None]:
    """Give a function to call with an API and what is done next for it.

    Of several APIs the bar counts those that are done, of one its stages. Gives None where a bar
    would be in the way.
    """
    apis = workspace.chosen(tuple(names))
    sources = [located(workspace.root, api.source) for api in apis]
    size = sum(source.stat().st_size for source in sources if source.is_file())
    if not sys.stderr.isatty() or not manner().is_plain or size < _LONG:
        yield None
        return
    yield from _bar(apis)


def _bar(apis: Sequence[ApiConfig]) -> Iterator[Callable[[str, str], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    by_stage = len(apis) == 1
    total = _BEFORE_TARGETS + len(apis[0].targets) + 1 if by_stage else len(apis)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # No refresh thread: processes are forked while the bar shows.
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    with bar:
        task = bar.add_task("generating", total=total)
        bar.refresh()

        def advance(name: str, stage: str) -> None:
            if by_stage:
                bar.update(task, advance=1, description=f"{name}: {stage or 'writing'}")
            else:
                bar.update(task, advance=not stage, description=f"{name} {stage}".rstrip())
            bar.refresh()

        yield advance
