"""Command ``specmill generate``: the files of a workspace, or of one spec."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import click

from specmill.cli.console import count, note, tell
from specmill.cli.manner import record
from specmill.cli.options import (
    NAME_HELP,
    apis_argument,
    config_option,
    finding_options,
    header_option,
    headers_given,
    open_workspace,
    report_options,
    shard_option,
)
from specmill.cli.progress import progress_over
from specmill.config import FILE_NAME, Workspace
from specmill.diagnostics import Diagnostic, SpecmillError, UsageError
from specmill.pipeline.generation import Outcome, generate, up_to_date
from specmill.pipeline.spec import brought_from, spec_workspace
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class _OneSpec:
    """The options that mean a single spec."""

    spec: str | None
    out: Path | None
    name: str | None
    targets: tuple[str, ...]
    settings: tuple[str, ...]
    root: Path | None
    accept: tuple[str, ...]
    skip: tuple[str, ...]
    headers: tuple[str, ...]

    @contextmanager
    def workspace(self, spec: str, *, overwrite: bool) -> Iterator[Workspace]:
        """Give the workspace of the spec, which is brought here from an address or from stdin."""
        from specmill.pipeline.api_names import of_file_in
        from specmill.pipeline.upstream import copied, is_elsewhere

        out = self.checked_out()
        if not is_elsewhere(spec):
            yield self._workspace(Path(spec), out, self.name or of_file_in(Path(spec), out))
            return
        headers = headers_given(self.headers)
        with copied(spec, out, name=self.name, headers=headers, overwrite=overwrite) as file:
            yield brought_from(spec, self._workspace(file, out, file.stem))

    def tell_name(self, workspace: Workspace) -> None:
        """Tell how the package is called where neither an option nor the file says so."""
        for api in workspace.apis.values():
            if self.name is None and api.name != PurePosixPath(self.spec or "").stem:
                note(f"the package is called {api.package}; --name gives it another name")

    def checked_out(self) -> Path:
        """Return the output folder, which must be given and no workspace."""
        if self.out is None:
            raise UsageError(Diagnostic("--spec needs --out"))
        if (self.out / FILE_NAME).exists():
            hint = f"add the API to {FILE_NAME}, or generate elsewhere"
            raise UsageError(Diagnostic(f"{self.out} is a workspace", hint=hint))
        return self.out

    def _workspace(self, spec: Path, out: Path, name: str) -> Workspace:
        return spec_workspace(
            spec,
            name=name,
            out=out,
            targets=self.targets or ("python",),
            settings=_parsed(self.settings),
            reach=self.root,
            accept=self.accept,
            skip=self.skip,
        )


@click.command("generate")
@apis_argument
@click.option(
    "--spec",
    metavar="SPEC",
    help="One spec without a workspace: a file, an address, google:NAME:VERSION, or - for stdin.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Output folder of --spec.")
@click.option("--name", help=NAME_HELP)
@click.option(
    "--target", "targets", multiple=True, help="A target for --spec, such as python; may repeat."
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="A setting of --target; may repeat.",
)
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    help="The folder whose files `$ref` may use. By default the folder of the spec.",
)
@click.option("--accept", multiple=True, metavar="CODE", help="A code of findings to accept.")
@click.option(
    "--skip", multiple=True, metavar="WHAT", help="An operationId or parameter to leave out."
)
@header_option
@click.option(
    "--keep-going",
    is_flag=True,
    help="If one API cannot be generated, write the others. The exit code is still 2.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Also build APIs that are up to date, and overwrite edits and files of other origin.",
)
@click.option(
    "--rename",
    is_flag=True,
    help="Choose all names again. By default the names in specmill.lock are kept.",
)
@click.option(
    "--depfile",
    type=click.Path(path_type=Path),
    help="Write a dependency file for Make or Ninja, with generated files and their inputs.",
)
@click.option(
    "--depfile-target",
    "depfile_targets",
    multiple=True,
    metavar="NAME",
    help="A target for --depfile, in place of the generated files; may repeat.",
)
@shard_option
@click.option(
    "--on",
    "cluster",
    metavar="ADDRESS",
    help="Build on a Dask cluster, such as dask://scheduler:8786 (extra `distributed`).",
)
@click.option(
    "--watch", is_flag=True, help="Keep running, and generate again when an input changes."
)
@finding_options
@report_options
@config_option
def command(
    apis: tuple[str, ...],
    config: Path | None,
    watch: bool,
    shard: str | None,
    cluster: str | None,
    **options: Any,
) -> None:
    """Generate the APIs of the workspace that are not up to date, or generate from one spec.

    Files that did not change are not touched. Files of the last run that are no longer generated
    are removed. A file that specmill did not write, or that was edited (see `specmill patch`), is
    never overwritten. If the run fails, no file changes.

    \b
    Examples:
      specmill generate                      # every API of specmill.toml
      specmill generate dataflow             # one of them
      specmill generate --watch              # again at each change of a spec, an overlay, …
      specmill generate --shard 2/8          # an eighth of the APIs; see merge-locks
      specmill generate pets --depfile build/pets.d
      specmill generate --on dask://scheduler:8786
      specmill generate --spec petstore.yaml --out sdk
      specmill generate --spec https://example.com/openapi.json --out sdk --name acme
      specmill generate --spec api.json --out sdk --name acme --set distribution=true
      specmill generate --spec api.json --out models --target models --set style=msgspec
    """
    given = _OneSpec(*(options.pop(one) for one in _OneSpec.__match_args__))
    choices = _Choices(**options)
    if choices.depfile_targets and choices.depfile is None:
        raise UsageError(Diagnostic("--depfile-target goes with --depfile"))
    if given.spec is not None:
        if apis or config or watch or shard or cluster:
            what = "--spec goes without APIs, --config, --on, --shard and --watch"
            raise UsageError(Diagnostic(what))
        with given.workspace(given.spec, overwrite=choices.force) as workspace:
            # Other specs of the folder stay as they are.
            _generate(workspace, tuple(workspace.apis), choices)
            given.tell_name(workspace)
        return
    _refuse(out=given.out, name=given.name, target=given.targets, set=given.settings)
    _refuse(root=given.root, accept=given.accept, skip=given.skip, header=given.headers)

    def once(workspace: Workspace) -> None:
        _generate(workspace, apis, choices)

    def opened() -> Workspace:
        return _on(cluster, open_workspace(config, shard=shard))

    if not watch:
        once(opened())
        return
    from specmill.cli.watching import watch_over

    watch_over(opened, once, apis)


@dataclass(frozen=True, slots=True)
class _Choices:
    """How a run is done, and what it tells besides."""

    force: bool
    rename: bool
    keep_going: bool
    strict: bool
    verbose: bool
    depfile: Path | None
    depfile_targets: tuple[str, ...]

    @property
    def ways(self) -> dict[str, bool]:
        """What a generation is told."""
        ways = {"force": self.force, "overwrite": self.force, "rename": self.rename}
        return {**ways, "strict": self.strict, "keep_going": self.keep_going}


def _on(cluster: str | None, workspace: Workspace) -> Workspace:
    """Return the workspace as it is to be built on a cluster, whose address is one."""
    if cluster is None:
        return workspace
    from specmill.pipeline.cluster import scheduler_of

    scheduler_of(cluster)
    return replace(workspace, cluster=cluster)


def _generate(workspace: Workspace, apis: tuple[str, ...], choices: _Choices) -> None:
    started = time.perf_counter()
    with progress_over(workspace, apis) as progress:
        outcome = generate(workspace, apis, progress=progress, **choices.ways)
    tell(outcome.findings, whole=choices.verbose)
    if choices.depfile is not None and not outcome.failures:
        from specmill.pipeline.builders.depfile import write_depfile

        write_depfile(choices.depfile, workspace, apis, choices.depfile_targets)
    _summarize(workspace, outcome, time.perf_counter() - started)
    if outcome.failures:
        raise SpecmillError(*outcome.failures)


def _refuse(**options: object) -> None:
    """Options that only mean something with --spec."""
    for name, value in options.items():
        if value:
            raise UsageError(Diagnostic(f"--{name} goes with --spec"))


def _parsed(settings: tuple[str, ...]) -> dict[str, str | bool]:
    pairs = [setting.partition("=") for setting in settings]
    words = {"true": True, "false": False}
    if bad := [key for key, equals, _ in pairs if not (key and equals)]:
        raise UsageError(Diagnostic(f"--set {bad[0]} has no value", hint="give --set KEY=VALUE"))
    return {key: words.get(value, value) for key, _, value in pairs}


def _summarize(workspace: Workspace, outcome: Outcome, seconds: float) -> None:
    apis = count(len(outcome.apis), "API")
    changes = outcome.changes
    record(
        apis=[*outcome.apis],
        written=[*changes.written] if changes is not None else [],
        removed=[*changes.removed] if changes is not None else [],
        unchanged=changes.unchanged if changes is not None else None,
        seconds=round(seconds, 3),
    )
    if not workspace.apis:
        note(f"no APIs in {workspace.file}; add one with a table [apis.NAME]")
    elif changes is None:
        note(up_to_date(len(outcome.apis)))
    else:
        written, removed = len(changes.written), len(changes.removed)
        total = written + changes.unchanged
        what = f"{count(total, 'file')}, {written:,} written, {removed:,} removed"
        note(f"{apis} generated in {seconds:.2f} s: {what}")
