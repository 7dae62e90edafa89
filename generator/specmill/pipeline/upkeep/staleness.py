"""Why the output of an API is stale: what changed since the last run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from specmill.config import ApiConfig, Workspace
from specmill.pipeline.edits import content_of, edited_files
from specmill.pipeline.lock import (
    ApiLock,
    checksum,
    declared_inputs,
    load_lock,
    located,
    own_code,
    patches,
    relative,
    settings_checksum,
)
from specmill.pipeline.state import WorkspaceState
from specmill.values import dataclass
from specmill.version import __version__


class Cause(StrEnum):
    """What can change between two runs."""

    NEW = "new"
    SPEC = "spec"
    OVERLAY = "overlay"
    PATCH = "patch"
    OWN_CODE = "own code"
    TEMPLATE = "template"
    SETTINGS = "settings"
    GENERATOR = "generator"
    MERGE = "merge"
    EDITED = "edited by hand"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Reason:
    """One change."""

    cause: Cause
    what: str
    """The file, or a few words."""

    @property
    def is_of_output(self) -> bool:
        """Whether generated files alone are not as they were."""
        return self.cause in {Cause.EDITED, Cause.MISSING}


def reasons_by_api(workspace: Workspace, names: Sequence[str] = ()) -> dict[str, list[Reason]]:
    """Return why each of some APIs, or of all, is stale."""
    state = WorkspaceState.of(workspace, names)
    return {api.name: reasons(state, api) for api in state.apis}


def stamps(workspace: Workspace, names: Sequence[str] = ()) -> dict[str, int]:
    """Return when the inputs of some APIs, or of all, were last changed."""
    root, lock = workspace.root, load_lock(workspace.root)
    paths = {Path(workspace.file).name}
    for api in workspace.apis.values():
        if not names or api.name in names:
            known = lock.apis.get(api.name)
            paths.update(declared_inputs(root, api), known.inputs if known else ())
    found: dict[str, int] = {}
    for path in paths:
        with suppress(OSError):
            found[path] = located(root, path).stat().st_mtime_ns
    return found


def reasons(state: WorkspaceState, api: ApiConfig) -> list[Reason]:
    """Return why an API is stale; nothing where it is not."""
    known = state.lock.apis.get(api.name)
    if known is None:
        return [Reason(Cause.NEW, "it was never generated")]
    return [
        *_of_generator(state),
        *_of_settings(api, known),
        *_of_inputs(state.workspace.root, api, known),
        *_of_outputs(state.workspace.root, api, known),
    ]


def _of_generator(state: WorkspaceState) -> Iterator[Reason]:
    lock = state.lock
    if lock.is_merged:
        yield Reason(Cause.MERGE, "Git has put two sides of specmill.lock together")
    elif lock.specmill != __version__:
        yield Reason(Cause.GENERATOR, f"specmill {lock.specmill} wrote it, this is {__version__}")
    elif not state.is_ours:
        what = f"another build of specmill {__version__} wrote it: its modules or templates differ"
        yield Reason(Cause.GENERATOR, what)


def _of_settings(api: ApiConfig, known: ApiLock) -> Iterator[Reason]:
    if not known.settings:
        yield Reason(Cause.SETTINGS, "the last run left it, or its lines of specmill.lock changed")
    elif known.settings != settings_checksum(api):
        yield Reason(Cause.SETTINGS, f"[apis.{api.name}], or what holds for all APIs")


def _of_inputs(root: Path, api: ApiConfig, known: ApiLock) -> Iterator[Reason]:
    declared = declared_inputs(root, api)
    for path in sorted({*known.inputs, *declared}):
        written = known.inputs.get(path, "")
        content = content_of(root, path, written)
        if content is None or checksum(content) != written:
            yield Reason(_cause_of(root, api, path), path)


def _cause_of(root: Path, api: ApiConfig, path: str) -> Cause:
    """Tell what kind of input a file is; what the source refers to belongs to the spec."""
    if path in {relative(root, root / one) for one in api.overlays}:
        return Cause.OVERLAY
    if path in patches(root, api).values() or path.startswith(f"{api.patches}/"):
        return Cause.PATCH
    for target in api.targets:
        if path in own_code(root, api, target) or path.startswith(api.package_folder(target)):
            return Cause.OWN_CODE
        folder = target.templates and relative(root, located(root, target.templates))
        if folder and path.startswith(f"{folder}/"):
            return Cause.TEMPLATE
    return Cause.SPEC


def _of_outputs(root: Path, api: ApiConfig, known: ApiLock) -> Iterator[Reason]:
    for one in edited_files(root, [api], {api.name: known}):
        yield Reason(Cause.EDITED, one.path)
    for path in known.outputs:
        if not located(root, path).is_file():
            yield Reason(Cause.MISSING, path)
