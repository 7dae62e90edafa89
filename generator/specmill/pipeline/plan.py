"""Plan of a run: all files that it makes, the lock among them, and those that they replace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from specmill.config import ApiConfig, Workspace
from specmill.diagnostics import Diagnostic, UsageError
from specmill.pipeline.build import Build
from specmill.pipeline.lock import (
    LOCK_NAME,
    ApiLock,
    Lock,
    checksum,
    checksums,
    settings_checksum,
)
from specmill.pipeline.state import WorkspaceState
from specmill.render.files import FileSet
from specmill.values import dataclass
from specmill.version import __version__


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would write; nothing is written yet."""

    files: FileSet
    previous: frozenset[str]
    """Files of the last run that this one does not make."""
    findings: tuple[Diagnostic, ...]


def plan_of(state: WorkspaceState, apis: Sequence[ApiConfig], builds: Sequence[Build]) -> Plan:
    """Lay out the files of ``builds``, one for each of ``apis``, and the lock over all APIs."""
    files = files_of(builds)
    locked = state.known
    previous = {
        path
        for name in (*state.dropped, *(api.name for api in apis))
        for path in _outputs(locked, name)
    }
    for name in state.dropped:
        del locked[name]
    for api, build in zip(apis, builds, strict=True):
        locked[api.name] = _locked(state.workspace, api, build)
    files.add(LOCK_NAME, Lock(__version__, state.mark, locked).dump())
    owned = {path for api in locked.values() for path in api.outputs}
    return Plan(files, frozenset(previous - owned), findings_of(builds))


def files_of(builds: Iterable[Build]) -> FileSet:
    """Gather the files of all builds."""
    files = FileSet()
    for build in builds:
        for path, content in build.files.items():
            files.add(path, content)
    return files


def findings_of(builds: Iterable[Build]) -> tuple[Diagnostic, ...]:
    """Gather the findings of all builds."""
    return tuple(finding for build in builds for finding in build.findings)


def refuse_foreign(plan: Plan, state: WorkspaceState) -> None:
    """Refuse to replace what no run wrote: it may be someone's work."""
    owned = {path for api in state.lock.apis.values() for path in api.outputs}
    in_the_way = [
        difference.path
        for difference in plan.files.differences(state.workspace.root)
        if difference.kind == "changed" and difference.path not in {*owned, LOCK_NAME}
    ]
    if in_the_way:
        more = f" and {len(in_the_way) - 1} more" if len(in_the_way) > 1 else ""
        what = f"{in_the_way[0]}{more} would be replaced, but specmill did not write it"
        hint = "move it away, or replace it with `specmill generate --force`"
        raise UsageError(Diagnostic(what, hint=hint))


def _outputs(apis: Mapping[str, ApiLock], name: str) -> Iterable[str]:
    return apis[name].outputs if name in apis else ()


def _locked(workspace: Workspace, api: ApiConfig, build: Build) -> ApiLock:
    outputs = {path: checksum(content) for path, content in build.files.items()}
    inputs = checksums(workspace.root, build.inputs)
    return ApiLock(settings_checksum(api), inputs, outputs, build.names)
