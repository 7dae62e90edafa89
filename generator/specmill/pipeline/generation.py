"""A workspace: which APIs are stale, their builds, and the one write or comparison at the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import specmill
from specmill.config import ApiConfig, Workspace
from specmill.diagnostics import Diagnostic, SpecmillError, UsageError
from specmill.given_names import GivenNames
from specmill.pipeline.lock import (
    LOCK_NAME,
    ApiLock,
    Lock,
    checksum,
    checksums,
    fingerprint,
    is_fresh,
    load_lock,
    settings_checksum,
)
from specmill.values import dataclass, replace

if TYPE_CHECKING:
    from specmill.pipeline.build import Build
    from specmill.render.files import Changes, Difference, FileSet

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a generation did; ``changes`` is None when everything was up to date."""

    apis: tuple[str, ...]
    changes: Changes | None = None
    files: FileSet | None = None
    """What was built, the lock included."""
    findings: tuple[Diagnostic, ...] = ()
    failures: tuple[Diagnostic, ...] = ()
    """Why some APIs were left as they are, in a run that keeps going."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the disk differs from what a generation would write."""

    differences: tuple[Difference, ...]
    """Of generated files, normal forms and the lock."""
    findings: tuple[Diagnostic, ...]
    needs_force: bool
    """The lock calls it all up to date: another formatter, say, made the difference."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """All files of a run, the lock among them, and the files of the last run that they replace."""

    files: FileSet
    previous: frozenset[str]
    findings: tuple[Diagnostic, ...]
    failures: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Building:
    """How APIs are built."""

    given: Mapping[str, GivenNames]
    progress: Progress | None
    strict: bool = False
    keep_going: bool = False

    def run(
        self, workspace: Workspace, apis: Sequence[ApiConfig]
    ) -> tuple[list[Build], list[SpecmillError]]:
        """Build some APIs; gives the builds, and the errors of a run that keeps going.

        Raises:
            SpecmillError: Some cannot be built and the run does not keep going, or none can;
                carries the diagnostics of all of them.
        """
        from specmill.pipeline.parallel import (  # noqa: PLC0415 - not on the no-op path
            build_all,
            together,
        )

        if self.strict:
            apis = [replace(api, strict=True) for api in apis]
        workers = os.cpu_count() or 1
        progress = self.progress or (lambda _: None)
        outcomes = build_all(workspace.root, apis, self.given, progress, workers)
        failures = [one for one in outcomes if isinstance(one, SpecmillError)]
        builds = [one for one in outcomes if not isinstance(one, SpecmillError)]
        if failures and not (self.keep_going and builds):
            raise together(failures)
        return builds, failures


def generate(
    workspace: Workspace,
    names: Sequence[str] = (),
    *,
    force: bool = False,
    overwrite: bool = False,
    rename: bool = False,
    strict: bool = False,
    keep_going: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Bring the output of some APIs, or of all, up to date on disk.

    Args:
        workspace: What to do.
        names: APIs to look at; all for none.
        force: Build also what the lock calls up to date.
        overwrite: Replace also files that are in the way and that no run wrote.
        rename: Choose all names anew, instead of keeping those of the last run.
        strict: Read everything again and take findings for errors; the lock does not tell.
        keep_going: Leave APIs as they are that cannot be built, and write the others.
        progress: Called with the name of each API that is done.

    Raises:
        SpecmillError: An input is not usable or the disk refused; nothing was changed.
    """
    lock = load_lock(workspace.root)
    mark = fingerprint()
    apis = workspace.pick(tuple(names))
    done = tuple(api.name for api in apis)
    stale = apis if force or rename or strict else _stale(workspace, apis, lock, mark)
    if not stale and not _dropped(workspace, names, lock):
        return Outcome(done)
    given = {} if rename else _given(lock)
    build = _Building(given, progress, strict=strict, keep_going=keep_going)
    plan = _plan(workspace, stale, names, lock, mark, build)
    if not overwrite:
        _refuse_foreign(workspace, plan.files, lock)
    changes = plan.files.write(workspace.root, plan.previous)
    return Outcome(done, changes, plan.files, plan.findings, plan.failures)


def is_up_to_date(workspace: Workspace) -> bool:
    """Whether :func:`generate` would find nothing to do, in a workspace with any API."""
    lock = load_lock(workspace.root)
    stale = _stale(workspace, workspace.pick(()), lock, fingerprint())
    return bool(workspace.apis) and not stale and not _dropped(workspace, (), lock)


def up_to_date(apis: int) -> str:
    """What to tell a user then."""
    return f"{apis} API{'s' * (apis != 1)} up to date"


def compare(
    workspace: Workspace,
    names: Sequence[str] = (),
    *,
    strict: bool = False,
    progress: Progress | None = None,
) -> Comparison:
    """Build again in memory and compare with the disk; writes nothing.

    With ``strict`` findings are errors.

    Raises:
        SpecmillError: An input is not usable.
    """
    lock = load_lock(workspace.root)
    apis = workspace.pick(tuple(names))
    if not apis and not lock.apis:
        return Comparison((), (), needs_force=False)  # nor would a generation write anything
    mark = fingerprint()
    build = _Building(_given(lock), progress, strict=strict)
    plan = _plan(workspace, apis, names, lock, mark, build)
    differences = plan.files.differences(workspace.root, plan.previous)
    hidden = not _stale(workspace, apis, lock, mark)
    return Comparison(tuple(differences), plan.findings, needs_force=hidden)


def build_files(
    workspace: Workspace, names: Sequence[str] = ()
) -> tuple[FileSet, tuple[Diagnostic, ...]]:
    """All files of some APIs, without the lock, in memory; reads no earlier output, so that names
    are chosen anew.
    """
    from specmill.render.files import FileSet  # noqa: PLC0415 - not on the no-op path

    files = FileSet()
    findings: list[Diagnostic] = []
    builds, _ = _Building({}, None).run(workspace, workspace.pick(tuple(names)))
    for build in builds:
        findings += build.findings
        for path, content in build.files.items():
            files.add(path, content)
    return files, tuple(findings)


def _plan(
    workspace: Workspace,
    stale: Sequence[ApiConfig],
    names: Sequence[str],
    lock: Lock,
    mark: str,
    building: _Building,
) -> _Plan:
    from specmill.render.files import FileSet  # noqa: PLC0415 - not on the no-op path

    builds, errors = building.run(workspace, stale)
    built = {build.name for build in builds}
    stale = [api for api in stale if api.name in built]
    files = FileSet()
    for build in builds:
        for path, content in build.files.items():
            files.add(path, content)
    kept = _known(lock, mark)
    gone = _dropped(workspace, names, lock)
    previous = {
        path for name in (*gone, *(api.name for api in stale)) for path in _outputs(kept, name)
    }
    for name in gone:
        del kept[name]
    kept |= {
        api.name: _locked(workspace, api, build) for api, build in zip(stale, builds, strict=True)
    }
    files.add(LOCK_NAME, Lock(specmill.__version__, mark, kept).dump())
    owned = {path for api in kept.values() for path in api.outputs}
    findings = tuple(finding for build in builds for finding in build.findings)
    failures = tuple(told for error in errors for told in error.diagnostics)
    return _Plan(files, frozenset(previous - owned), findings, failures)


def _stale(
    workspace: Workspace, apis: Sequence[ApiConfig], lock: Lock, mark: str
) -> Sequence[ApiConfig]:
    if not _is_ours(lock, mark):
        return apis
    return [api for api in apis if not is_fresh(workspace.root, api, lock)]


def _is_ours(lock: Lock, mark: str) -> bool:
    """Whether the generator in use wrote the lock."""
    return (lock.specmill, lock.generator) == (specmill.__version__, mark)


def _known(lock: Lock, mark: str) -> dict[str, ApiLock]:
    """The APIs of the lock; without their settings, hence stale, if another generator made them."""
    if _is_ours(lock, mark):
        return dict(lock.apis)
    return {name: replace(api, settings="") for name, api in lock.apis.items()}


def _refuse_foreign(workspace: Workspace, files: FileSet, lock: Lock) -> None:
    """Refuse to replace what no run wrote: it may be someone's work."""
    owned = {path for api in lock.apis.values() for path in api.outputs}
    in_the_way = [
        difference.path
        for difference in files.differences(workspace.root)
        if difference.kind == "changed" and difference.path not in {*owned, LOCK_NAME}
    ]
    if in_the_way:
        more = f" and {len(in_the_way) - 1} more" if len(in_the_way) > 1 else ""
        what = f"{in_the_way[0]}{more} would be replaced, but specmill did not write it"
        hint = "move it away, or replace it with `specmill generate --force`"
        raise UsageError(Diagnostic(what, hint=hint))


def _dropped(workspace: Workspace, names: Sequence[str], lock: Lock) -> list[str]:
    """APIs of the lock that are no more in the workspace; a run over named APIs leaves them."""
    return [] if names else [name for name in lock.apis if name not in workspace.apis]


def _outputs(apis: dict[str, ApiLock], name: str) -> Iterable[str]:
    return apis[name].outputs if name in apis else ()


def _locked(workspace: Workspace, api: ApiConfig, build: Build) -> ApiLock:
    outputs = {path: checksum(content) for path, content in build.files.items()}
    inputs = checksums(workspace.root, build.inputs)
    return ApiLock(settings_checksum(api), inputs, outputs, build.names)


def _given(lock: Lock) -> dict[str, GivenNames]:
    return {name: api.names for name, api in lock.apis.items()}
