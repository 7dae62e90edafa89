"""Command ``specmill pull``: the committed specs, downloaded again."""

from __future__ import annotations

from pathlib import Path

import click

from specmill.cli.console import note
from specmill.cli.options import config_option, open_workspace
from specmill.diagnostics import Diagnostic, UsageError


@click.command("pull")
@click.argument("apis", nargs=-1)
@click.option("--any-version", is_flag=True, help="Take the file also when its checksum changed.")
@config_option
def command(apis: tuple[str, ...], any_version: bool, config: Path | None) -> None:
    """Download the committed sources again, from the upstream that specmill.toml names.

    \b
    In specmill.toml:
      [apis.dataflow]
      upstream = { url = "https://…", sha256 = "…", prose = "drop" }

    \b
    Examples:
      specmill pull                          # every API that has an upstream
      specmill pull dataflow --any-version   # a new version; prints its checksum
    """
    from specmill.pipeline.upstream import pull

    workspace = open_workspace(config)
    chosen = [api for api in workspace.pick(apis) if apis or api.upstream]
    if not chosen:
        what, hint = f"no API in {workspace.file} has an upstream", "see `specmill pull --help`"
        raise UsageError(Diagnostic(what, hint=hint))
    for api in chosen:
        changes, found = pull(workspace.root, api, any_version=any_version)
        word = "updated" if changes else "unchanged"
        note(f"{api.name}: {word}, sha256 {found}")
