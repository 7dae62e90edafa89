"""Recording of edits in a workspace: patch files, and the lock that knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from specmill.config import ApiConfig, Workspace
from specmill.diagnostics import Diagnostic, SpecmillError, UsageError
from specmill.pipeline.build import build
from specmill.pipeline.edits import content_of, record
from specmill.pipeline.lock import LOCK_NAME, ApiLock, checksum, checksums, written
from specmill.pipeline.state import WorkspaceState
from specmill.pipeline.upkeep.staleness import Cause, reasons
from specmill.render.files import FileSet
from specmill.render.turns import turn
from specmill.values import replace


def record_edits(workspace: Workspace, names: Sequence[str] = ()) -> dict[str, bytes]:
    """Write patches for the edited files of some APIs, or of all for none.

    Returns:
        Patch files and their content; an empty one was removed.

    Raises:
        SpecmillError: An edit cannot be recorded; nothing was written.
    """
    made: dict[str, bytes] = {}
    with turn(workspace.root):
        state = WorkspaceState.of(workspace, names)
        locked = dict(state.lock.apis)
        for api in state.apis:
            known = locked.get(api.name)
            if known is None:
                if not names or api.is_runtime:
                    continue
                hint = "generate it first"
                raise UsageError(Diagnostic(f"{api.name} was never generated", hint=hint))
            recorded = record(workspace.root, api, known, *_generated(state, api, known))
            if recorded is not None:
                made |= recorded.patches
                locked[api.name] = recorded.locked
        if made:
            files = FileSet({path: content for path, content in made.items() if content})
            lock = replace(state.lock, apis=locked)
            changed = [name for name, known in locked.items() if known != state.lock.apis[name]]
            by_api = LOCK_NAME not in state.lock.files
            for path, content in written(lock, changed, by_api=by_api).items():
                files.add(path, content)
            files.write(workspace.root, _gone(state, made))
    return made


def _generated(
    state: WorkspaceState, api: ApiConfig, known: ApiLock
) -> tuple[Callable[[], Mapping[str, bytes]], bool]:
    """Return what makes the files of the last run again, and whether that is sure.

    Where the spec has changed since, its normal form is still that of the last run.
    """
    changed = [one for one in reasons(state, api) if not one.is_of_output]
    if all(one.cause is Cause.PATCH for one in changed):
        return partial(_files, state, api, api), True
    written = content_of(state.workspace.root, api.normal_form) or b""
    if known.outputs.get(api.normal_form) != checksum(written):
        return dict, False
    return partial(_files, state, api, replace(api, source=api.normal_form, overlays=())), False


def _files(state: WorkspaceState, api: ApiConfig, reading: ApiConfig) -> dict[str, bytes]:
    root, given = state.workspace.root, state.given([api]).get(api.name)
    try:
        return build(root, api, given, reading=reading).files
    except SpecmillError:
        if reading == api:
            raise
        return {}  # other settings may not fit what was read before


def _gone(state: WorkspaceState, made: dict[str, bytes]) -> dict[str, str]:
    known: dict[str, ApiLock] = dict(state.lock.apis)
    inputs = {path for api in known.values() for path in api.inputs}
    empty = [path for path, content in made.items() if not content and path in inputs]
    return checksums(state.workspace.root, empty)
