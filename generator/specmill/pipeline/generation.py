"""Generation of a workspace: the stale APIs are built, then written or compared as one."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from specmill.config import ApiConfig, Workspace
from specmill.diagnostics import Diagnostic, SpecmillError, together
from specmill.given_names import GivenNames
from specmill.pipeline.state import WorkspaceState
from specmill.values import dataclass, replace

if TYPE_CHECKING:
    from specmill.pipeline.build import Build
    from specmill.pipeline.parallel import Progress
    from specmill.render.files import Changes, Difference, FileSet


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
        progress: Called with each API and what is done for it next; nothing once it is built.

    Raises:
        SpecmillError: An input is not usable or the disk refused; nothing was changed.
    """
    always = force or rename or strict
    state = WorkspaceState.of(workspace, names)
    if not overwrite:
        state.refuse_newer()
    stale = () if always else state.stale()
    if not (always or stale or state.is_untidy or state.left_behind):
        return Outcome(state.names)
    from specmill.pipeline.edits import conflicts_told  # noqa: PLC0415 - not without work
    from specmill.render.turns import turn  # noqa: PLC0415 - as before

    with turn(workspace.root):
        if not state.is_current:  # another run has just ended
            state = WorkspaceState.of(workspace, names)
            stale = () if always else state.stale()
        apis = state.apis if always else stale
        if not apis and not state.is_untidy:
            return Outcome(state.names)
        given = {} if rename else state.given(apis)
        built, failures = _attempted(workspace, apis, given, progress, strict=strict)
        if failures and not keep_going:
            raise together(failures)
        edited = _edited(state, apis, built, overwrite=overwrite)
        done = _written(state, apis, edited, overwrite=overwrite)
        conflicts = conflicts_told({name: build.edits for name, build in edited.items()})
        return replace(done, failures=(*together(failures).diagnostics, *conflicts))


def _edited(
    state: WorkspaceState,
    apis: Sequence[ApiConfig],
    built: Mapping[str, Build],
    *,
    overwrite: bool,
) -> dict[str, Build]:
    """Merge what was edited by hand into what was built.

    Raises:
        SpecmillError: An edit is recorded nowhere and would be lost, or a patch does not fit.
    """
    from specmill.pipeline.edits import apply_edits  # noqa: PLC0415 - not without work

    root, locked = state.workspace.root, state.lock.apis
    return {
        api.name: replace(
            built[api.name],
            files={**built[api.name].files, **edits.files},
            edits=edits,
        )
        for api in apis
        if api.name in built
        for edits in [
            apply_edits(root, api, built[api.name].files, locked.get(api.name), lose=overwrite)
        ]
    }


def _written(
    state: WorkspaceState,
    apis: Sequence[ApiConfig],
    built: Mapping[str, Build],
    *,
    overwrite: bool,
) -> Outcome:
    """Write what was built; the other APIs stay as they are."""
    from specmill.pipeline.plan import (  # noqa: PLC0415 - not without work
        kept_files,
        plan_of,
        refuse_foreign,
    )

    plan = plan_of(state, [api for api in apis if api.name in built], [*built.values()])
    if not overwrite:
        refuse_foreign(plan, state)
    changes = plan.files.write(state.workspace.root, plan.previous)
    findings = (*plan.findings, *kept_files(changes.kept))
    return Outcome(state.names, changes, plan.files, findings)


def is_up_to_date(workspace: Workspace) -> bool:
    """Whether :func:`generate` would find nothing to do, in a workspace with any API."""
    state = WorkspaceState.of(workspace)
    has_work = state.is_untidy or state.left_behind or state.stale(briefly=True)
    return bool(workspace.apis) and not has_work


def up_to_date(apis: int) -> str:
    """What to tell a user then."""
    return f"{apis} API{'s' * (apis != 1)} up to date"


def compare(
    workspace: Workspace,
    names: Sequence[str] = (),
    *,
    strict: bool = False,
    rebuild: bool = False,
    progress: Progress | None = None,
) -> Comparison:
    """Compare the disk with what a generation would make of it; writes nothing.

    Checksums tell which APIs are as the last run left them; the others are built in memory.

    Args:
        workspace: What to look at.
        names: APIs to look at; all for none.
        strict: Read everything again and take findings for errors; the lock does not tell.
        rebuild: Build also what the lock calls up to date.
        progress: Called with the name of each API that is done.

    Raises:
        SpecmillError: An input is not usable.
    """
    state = WorkspaceState.of(workspace, names)
    state.refuse_newer()
    stale = state.stale()
    apis = state.apis if strict or rebuild else stale
    if not (apis or state.is_untidy) and (state.lock.is_whole or not workspace.apis):
        return Comparison((), (), needs_force=False)
    from specmill.pipeline.plan import plan_of  # noqa: PLC0415 - not without work

    built = _built(workspace, apis, state.given(apis), progress, strict=strict)
    builds = _edited(state, apis, {one.name: one for one in built}, overwrite=True)
    plan = plan_of(state, apis, [*builds.values()])
    differences = plan.files.differences(workspace.root, plan.previous)
    return Comparison(tuple(differences), plan.findings, needs_force=not stale)


def build_files(
    workspace: Workspace, names: Sequence[str] = ()
) -> tuple[FileSet, tuple[Diagnostic, ...]]:
    """All files of some APIs, without the lock, in memory; reads no earlier output, so that names
    are chosen anew.
    """
    from specmill.pipeline.plan import files_of, findings_of  # noqa: PLC0415 - not without work

    builds = _built(workspace, (*workspace.chosen(tuple(names)), *workspace.runtimes), {}, None)
    return files_of(builds), findings_of(builds)


def _built(
    workspace: Workspace,
    apis: Sequence[ApiConfig],
    given: Mapping[str, GivenNames],
    progress: Progress | None,
    *,
    strict: bool = False,
) -> list[Build]:
    """Build some APIs, which keep the names that were ``given``.

    Raises:
        SpecmillError: Some cannot be built; carries the diagnostics of all of them.
    """
    built, failures = _attempted(workspace, apis, given, progress, strict=strict)
    if failures:
        raise together(failures)
    return [*built.values()]


def _attempted(
    workspace: Workspace,
    apis: Sequence[ApiConfig],
    given: Mapping[str, GivenNames],
    progress: Progress | None,
    *,
    strict: bool,
) -> tuple[dict[str, Build], list[SpecmillError]]:
    """Build some APIs; gives the builds by name, and why the others have none."""
    from specmill.pipeline.parallel import build_all  # noqa: PLC0415 - not without work

    if strict:
        apis = [replace(api, strict=True) for api in apis]
    report = progress or (lambda *_: None)
    elsewhere: dict[str, Build] = {}
    if workspace.cluster:
        from specmill.pipeline.cluster import build_on  # noqa: PLC0415 - as above

        elsewhere = build_on(workspace, apis, given, report)
    here = [api for api in apis if api.name not in elsewhere]
    outcomes = [
        *build_all(workspace.root, here, given, report, os.cpu_count() or 1),
        *elsewhere.values(),
    ]
    failures = [one for one in outcomes if isinstance(one, SpecmillError)]
    builds = [one for one in outcomes if not isinstance(one, SpecmillError)]
    built = {build.name: build for build in builds}
    return {api.name: built[api.name] for api in apis if api.name in built}, failures
