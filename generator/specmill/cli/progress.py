"""Progress bar of longer work on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from specmill.config import Workspace
from specmill.pipeline.lock import located

_LONG = 1_000_000
"""Bytes of source, together, that take long enough to look at a bar."""


@contextmanager
def progress_over(
    workspace: Workspace, names: Sequence[str]
) -> Iterator[Callable[[str], None] | None]:
    """Give a function to call with each API that is done; None where a bar would be in the way."""
    apis = workspace.chosen(tuple(names))
    sources = [located(workspace.root, api.source) for api in apis]
    size = sum(source.stat().st_size for source in sources if source.is_file())
    if not sys.stderr.isatty() or size < _LONG:
        yield None
        return
    yield from _bar(len(apis))


def _bar(total: int) -> Iterator[Callable[[str], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # No refresh thread: processes are forked while the bar shows.
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    with bar:
        task = bar.add_task("generating", total=total)
        bar.refresh()

        def advance(name: str) -> None:
            bar.update(task, advance=1, description=name)
            bar.refresh()

        yield advance
