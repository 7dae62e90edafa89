"""Runs that are repeated when an input changes."""

from __future__ import annotations

import time
from collections.abc import Callable

from specmill.cli.console import note, tell
from specmill.config import Workspace
from specmill.diagnostics import SpecmillError

_PAUSE = 0.5


def watch_over(
    opened: Callable[[], Workspace],
    run: Callable[[Workspace], None],
    apis: tuple[str, ...],
    *,
    pause: float = _PAUSE,
) -> None:
    """Run, and again when an input of a workspace changes, until the user interrupts.

    A run that fails is told of; the next change may mend it.

    Args:
        opened: Reads the workspace.
        run: What to do with it.
        apis: APIs to look at; all for none.
        pause: Seconds between looks at the files.
    """
    from specmill.pipeline.upkeep import stamps

    seen: dict[str, int] | None = None
    known: Workspace | None = None
    while True:
        try:
            workspace = known = opened()
            now = stamps(workspace, apis)
            if now != seen:
                run(workspace)
                seen = stamps(workspace, apis)  # with what the run itself wrote
                note("watching; Ctrl-C ends it")
        except SpecmillError as error:
            now = stamps(known, apis) if known is not None else {}
            if now != seen or known is None:
                tell(error.diagnostics)
            if known is None:
                raise
            seen = now
        time.sleep(pause)
