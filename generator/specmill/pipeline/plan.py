"""Plan of a run: all files that it makes, the lock among them, and those that they replace."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from specmill.config import ApiConfig, Workspace
from specmill.diagnostics import Diagnostic, Severity, UsageError
from specmill.pipeline.api_names import source_of
from specmill.pipeline.build import Build
from specmill.pipeline.lock import (
    LOCK_NAME,
    ApiLock,
    Lock,
    LockedNames,
    checksum,
    checksums,
    lock_of_api,
    settings_checksum,
    written,
)
from specmill.pipeline.state import WorkspaceState
from specmill.render.files import FileSet
from specmill.values import dataclass
from specmill.version import __version__


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would write; nothing is written yet."""

    files: FileSet
    previous: Mapping[str, str]
    """Files of the last run that this one does not make, and their checksums."""
    findings: tuple[Diagnostic, ...]
    patches: frozenset[str] = frozenset()
    """Those of ``files`` that record edits by hand."""


def plan_of(state: WorkspaceState, apis: Sequence[ApiConfig], builds: Sequence[Build]) -> Plan:
    """Lay out the files of ``builds``, one for each of ``apis``, and the lock over all APIs."""
    files = files_of(builds)
    locked = state.known
    previous = {
        path: checksum
        for name in (*state.dropped, *(api.name for api in apis))
        for path, checksum in _outputs(locked, name).items()
    }
    for name in state.dropped:
        del locked[name]
    for api, build in zip(apis, builds, strict=True):
        locked[api.name] = _locked(state.workspace, api, build)
        needless = [path for path, content in build.edits.patches.items() if not content]
        previous |= checksums(state.workspace.root, needless)
    is_anew = state.misplaced or not state.lock.is_whole
    changed = locked if is_anew else [api.name for api in apis]
    lock = Lock(__version__, state.mark, locked)
    for path, content in written(lock, changed, by_api=state.workspace.locks_by_api).items():
        files.add(path, content)
    needless_locks = (*state.misplaced, *map(lock_of_api, state.dropped))
    previous |= checksums(state.workspace.root, {*needless_locks} & {*state.lock.files})
    owned = {path for api in locked.values() for path in api.outputs}
    gone = {path: known for path, known in previous.items() if path not in owned}
    patches = frozenset(path for build in builds for path in build.edits.patches)
    findings = (*findings_of(builds), *missing_runtimes(state.workspace.root, apis))
    return Plan(files, gone, findings, patches)


def files_of(builds: Iterable[Build]) -> FileSet:
    """Gather the files of all builds, and their patches as they fit now."""
    files = FileSet()
    for build in builds:
        patches = {path: content for path, content in build.edits.patches.items() if content}
        for path, content in {**build.files, **patches}.items():
            files.add(path, content)
    return files


def findings_of(builds: Iterable[Build]) -> tuple[Diagnostic, ...]:
    """Gather the findings of all builds."""
    return tuple(finding for build in builds for finding in build.findings)


def missing_runtimes(root: Path, apis: Iterable[ApiConfig]) -> Iterator[Diagnostic]:
    """Tell which shared runtimes packages import that nobody wrote: no run does."""
    wanted = {
        str(target.settings["runtime"]): target.folder
        for api in apis
        for target in api.targets
        if target.settings.get("runtime") and not target.settings.get("runtime_out")
    }
    for name, folder in wanted.items():
        path = name.replace(".", "/")
        places = (root / folder, root, root / "src", *map(Path, sys.path))
        if not any((place / path).is_dir() or (place / f"{path}.py").is_file() for place in places):
            what = f"no package {name!r} is there, which the packages import as their runtime"
            hint = (
                f"specmill writes it below the folder that `runtime_out` names, such as {folder!r}"
            )
            yield Diagnostic(what, hint=hint, severity=Severity.WARNING)


def refuse_foreign(plan: Plan, state: WorkspaceState) -> None:
    """Refuse to replace what no run wrote: it may be someone's work."""
    known = {path for api in state.lock.apis.values() for path in api.outputs}
    owned = {*known, *plan.patches, *state.lock.files, LOCK_NAME}
    in_the_way = [
        difference.path
        for difference in plan.files.differences(state.workspace.root)
        if difference.kind == "changed" and difference.path not in owned
    ]
    if in_the_way:
        more = f" and {len(in_the_way) - 1} more" if len(in_the_way) > 1 else ""
        what = f"{in_the_way[0]}{more} would be replaced, but specmill did not write it"
        hint = "move it away, or replace it with `specmill generate --force`"
        raise UsageError(Diagnostic(what, hint=hint))


def kept_files(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Tell of files that the lock names, and that are not as the last run wrote them."""
    for path in paths:
        what = f"{path} is no longer generated, and not as specmill wrote it: it is kept"
        hint = "remove it, if it is not yours"
        yield Diagnostic(what, hint=hint, severity=Severity.WARNING)


def _outputs(apis: Mapping[str, ApiLock], name: str) -> Mapping[str, str]:
    return apis[name].outputs if name in apis else {}


def _locked(workspace: Workspace, api: ApiConfig, build: Build) -> ApiLock:
    made = {**build.files, **build.edits.conflicts}  # with conflicts, the file is an edit of it
    outputs = {path: checksum(content) for path, content in made.items()}
    patches = build.edits.patches
    read = [path for path in build.inputs if path not in patches]
    inputs = checksums(workspace.root, read)
    inputs |= {path: checksum(content) for path, content in patches.items() if content}
    names = LockedNames(build.names)
    return ApiLock(settings_checksum(api), inputs, outputs, names, source=source_of(api))
