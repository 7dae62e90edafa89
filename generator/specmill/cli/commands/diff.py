"""Command ``specmill diff``: operations and models that differ between two specs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from specmill.cli.app import DIFFERENT, DONE
from specmill.cli.console import result, tell, visible
from specmill.cli.manner import answer_in_json
from specmill.cli.options import config_option, open_workspace, quiet_option
from specmill.config import DiffConfig, Workspace
from specmill.diagnostics import Diagnostic, Severity, SpecmillError, UsageError

if TYPE_CHECKING:
    from specmill.pipeline.versions import Comparison
    from specmill.surface.report import Report

_LEVELS = ("breaking", "behaviour", "additive", "docs", "none")
_FORMATS = ("text", "json", "markdown", "changelog", "github", "junit", "sarif")


@click.command("diff")
@click.argument("names", nargs=-1)
@click.option("--against", metavar="REV", help="Compare with a Git revision of the same APIs.")
@click.option(
    "--format",
    "style",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="Format of the report.",
)
@click.option("--json", "style", flag_value="json", help="Short for --format json.")
@click.option(
    "--fail-on",
    type=click.Choice(_LEVELS),
    default="docs",
    show_default=True,
    help="Lowest level of a change that gives exit code 1; docs means any change.",
)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of --format json.")
@quiet_option
@config_option
def command(
    names: tuple[str, ...],
    against: str | None,
    style: str,
    fail_on: str,
    schema: bool,
    config: Path | None,
) -> int:
    """List what changes for users of the Python package between two versions of an API.

    OLD and NEW are spec files, REV:path for a file of a Git revision, addresses, - for stdin, or
    APIs of the workspace. With --against, all APIs or the named ones are compared with the Git
    revision REV. Each change has a level: breaking, behaviour, additive or docs.

    The exit code is 1 if there are changes of the level of --fail-on or a higher level.

    \b
    Examples:
      specmill diff old.json new.json
      specmill diff HEAD~1:specs/shop/source.json shop
      specmill diff --against main --fail-on breaking --format github
    """
    from specmill.surface.formats import FORMATS, SCHEMA

    if schema:
        result(SCHEMA.read_text(encoding="utf-8"))
        return DONE
    try:
        workspace, found = _found(names, against, config)
    except SpecmillError:
        if style == "json":
            answer_in_json()
        raise
    reports, notes = _judged(found, workspace.diff if workspace is not None else DiffConfig())
    tell([*(finding for one in found for finding in one.findings), *notes])
    text = FORMATS[style](reports)
    if text:
        result("\n".join(visible(line) for line in text.split("\n")))
    return DIFFERENT if any(_fails(one.worst, fail_on) for one in reports) else DONE


def _fails(worst: object, fail_on: str) -> bool:
    if worst is None or fail_on == "none":
        return False
    return _LEVELS.index(str(worst)) <= _LEVELS.index(fail_on)


def _found(
    names: tuple[str, ...], revision: str | None, config: Path | None
) -> tuple[Workspace | None, list[Comparison]]:
    """Compare what the command line names."""
    from specmill.pipeline.versions import compare_sides, opened, workspace_of

    if revision is not None:
        workspace = open_workspace(config)
        return workspace, list(_against(workspace, names, revision))
    if len(names) != 2:
        hint = "or compare with a Git revision: `specmill diff --against REV [API…]`"
        raise UsageError(Diagnostic("give OLD and NEW", hint=hint))
    with opened(*names, workspace_of(config)) as sides:
        return workspace_of(config), [compare_sides(*sides)]


def _against(workspace: Workspace, names: tuple[str, ...], revision: str) -> Iterator[Comparison]:
    from specmill.pipeline.versions import against, apis_at, compare_sides

    known = apis_at(workspace, revision)
    for api in workspace.pick(names):
        if not names and api.name not in known:
            what = f"{api.name} is new: {revision} has no such API"
            tell([Diagnostic(what, severity=Severity.WARNING)])
            continue
        with against(workspace, api, revision) as sides:
            yield compare_sides(*sides)


def _judged(found: list[Comparison], config: DiffConfig) -> tuple[list[Report], list[Diagnostic]]:
    """Apply what the workspace says of changes."""
    from datetime import UTC, datetime

    from specmill.surface.policy import Policy
    from specmill.values import replace

    policy = Policy(config, datetime.now(UTC).date())
    plain = [(one.report.api, change) for one in found for change in one.report.changes]
    reports = [
        replace(one.report, changes=policy.apply(one.report.api, one.report.changes))
        for one in found
    ]
    return reports, list(policy.notes(plain))
