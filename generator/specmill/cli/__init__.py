"""Command line of specmill. Each command is a module of its own, imported when it runs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

__all__ = ["main", "process"]


def process() -> NoReturn:
    """Be a process that runs the command line, and end with its exit code.

    It ends at once: the system takes back a large document sooner than Python takes it apart.
    """
    gc.disable()  # what a process with nothing to do makes, it keeps to its end
    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):  # there is none, or it is closed
            continue
        except OSError:
            code = code or 2
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code.

    A bare ``generate`` that has nothing to do is answered before anything else is imported: builds
    run it all the time.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given == ["generate"] and (done := _nothing_to_do()):
            print(done, file=sys.stderr)  # noqa: T201 - click is not imported yet
            return 0
        from specmill.cli.app import run
    except KeyboardInterrupt:  # later ones are told by run itself
        print("interrupted; nothing was changed", file=sys.stderr)  # noqa: T201
        return 130
    return run(given)


def _nothing_to_do() -> str:
    """What to say when the workspace is up to date; empty when there is more to do or to tell."""
    from specmill.config import find_workspace, load
    from specmill.diagnostics import SpecmillError
    from specmill.pipeline.generation import is_up_to_date, up_to_date

    try:
        workspace = load(find_workspace(Path.cwd()))
        return up_to_date(len(workspace.apis)) if is_up_to_date(workspace) else ""
    except (SpecmillError, OSError):
        return ""
