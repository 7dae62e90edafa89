"""Command ``specmill update``: newer specs, and what follows from them."""

from __future__ import annotations

from pathlib import Path

import click

from specmill.cli.console import note, result, tell, visible
from specmill.cli.options import (
    apis_argument,
    config_option,
    finding_options,
    open_workspace,
    quiet_option,
)
from specmill.diagnostics import Diagnostic, SpecmillError, UsageError, together


@click.command("update")
@apis_argument
@finding_options
@quiet_option
@config_option
def command(apis: tuple[str, ...], config: Path | None, strict: bool, verbose: bool) -> None:
    """Download newer versions of specs, generate their packages, and list the changes.

    A spec is downloaded with `headers` of its upstream, unless its ETag is the same. It must be a
    valid spec. The checksum, the ETag and the next version of an installable package are written
    into specmill.toml, and a section is added to specs/NAME/CHANGELOG.md. You can use the summary
    on stdout for a pull request. If an API fails, its files do not change.

    \b
    Examples:
      specmill update                    # every API that has an upstream
      specmill update dataflow > summary.md
    """
    from specmill.pipeline.upkeep import update

    workspace = open_workspace(config, strict=strict)
    chosen = [api for api in workspace.pick(apis) if apis or api.upstream]
    if not chosen:
        what, hint = f"no API in {workspace.file} has an upstream", "see `specmill pull --help`"
        raise UsageError(Diagnostic(what, hint=hint))
    failures: list[SpecmillError] = []
    summaries: list[str] = []
    for api in chosen:
        try:
            done = update(open_workspace(config, strict=strict), api.name)
        except SpecmillError as error:
            failures.append(error)
            continue
        if done is None:
            note(f"{api.name}: unchanged")
            continue
        tell(done.findings, whole=verbose)
        note(f"{api.name}: updated, version step: {done.report.step}")
        summaries.append(done.summary)
    if summaries:
        result("\n".join(visible(line) for line in "\n\n".join(summaries).split("\n")))
    if failures:
        raise together(failures)
