"""Dependency file of a run, which Make and Ninja read: what was written, and from what."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from specmill.config import Workspace
from specmill.diagnostics import Diagnostic, UsageError
from specmill.pipeline.state import WorkspaceState

_SPECIAL = re.compile(r"([ \t#:])")
_LINE_END = " \\\n  "


def write_depfile(
    file: Path, workspace: Workspace, apis: Sequence[str], targets: Sequence[str] = ()
) -> None:
    """Write the dependency file of a run that is done.

    The file is the last of its own targets, and is written by each run: it is a stamp besides.

    Args:
        file: Where to write it.
        workspace: What was generated.
        apis: The APIs that the run looked at; all for none.
        targets: What depends on the inputs; the generated files, and the file itself, for none.

    Raises:
        UsageError: It cannot be written, or cannot name a file.
    """
    outputs, inputs = _files(WorkspaceState.of(workspace, apis))
    content = depfile([*targets] or [*outputs, _from_here(file)], inputs)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as error:
        raise UsageError(Diagnostic(f"cannot write {file}: {error.strerror}")) from error


def depfile(targets: Iterable[str], inputs: Sequence[str]) -> bytes:
    """Return rules without recipes: all targets from all inputs, and one for each input.

    The latter keep Make going when an input is gone.

    Raises:
        UsageError: A name has a line end, which no such file can have.
    """
    names = [_escaped(one) for one in inputs]
    head = _LINE_END.join(_escaped(one).replace("%", r"\%") for one in targets)
    rule = f"{head}:{''.join(f'{_LINE_END}{name}' for name in names)}"
    alone = (f"{name}:" for name in names if "%" not in name)  # which would be a pattern there
    return "\n".join([rule, *alone, ""]).encode()


def _files(state: WorkspaceState) -> tuple[list[str], list[str]]:
    """Return what the APIs of a run are made into and from, as the current folder names them."""
    workspace, known = state.workspace, state.lock.apis
    locked = [known[api.name] for api in state.apis if api.name in known]
    outputs = sorted({path for api in locked for path in api.outputs})
    inputs = sorted({path for api in locked for path in api.inputs})
    return (
        [_from_here(workspace.root / path) for path in outputs],
        [*_settings(workspace), *(_from_here(workspace.root / path) for path in inputs)],
    )


def _settings(workspace: Workspace) -> list[str]:
    return [_from_here(workspace.root / Path(workspace.file).name)] if workspace.file else []


def _from_here(path: Path) -> str:
    return Path(os.path.relpath(path)).as_posix()


def _escaped(name: str) -> str:
    if "\n" in name or "\r" in name:
        raise UsageError(Diagnostic(f"no dependency file can name {name!r}"))
    return _SPECIAL.sub(r"\\\1", name).replace("$", "$$")
