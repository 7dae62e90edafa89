"""Command ``specmill pull``: the committed specs, downloaded again."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import click

from specmill.cli.console import note
from specmill.cli.options import (
    apis_argument,
    config_option,
    header_option,
    headers_given,
    open_workspace,
    quiet_option,
)
from specmill.diagnostics import Diagnostic, UsageError


@click.command("pull")
@apis_argument
@click.option(
    "--any-version",
    is_flag=True,
    help="Accept a file with another checksum, and store the new checksum.",
)
@header_option
@quiet_option
@config_option
def command(
    apis: tuple[str, ...], any_version: bool, headers: tuple[str, ...], config: Path | None
) -> None:
    """Download sources again, from the upstream addresses in specmill.toml.

    \b
    In specmill.toml:
      [apis.dataflow]
      upstream = { url = "https://…", sha256 = "…", prose = "drop" }

    \b
    Examples:
      specmill pull                          # every API that has an upstream
      specmill pull dataflow --any-version   # a new version; stores its checksum
      specmill pull dataflow --header Authorization=SPEC_TOKEN   # "Bearer …" in SPEC_TOKEN
    """
    from specmill.pipeline.upstream import pull

    workspace = open_workspace(config)
    chosen = [api for api in workspace.pick(apis) if apis or api.upstream]
    if not chosen:
        what, hint = f"no API in {workspace.file} has an upstream", "see `specmill pull --help`"
        raise UsageError(Diagnostic(what, hint=hint))
    sent = headers_given(headers)
    if sent and len({urlsplit(api.upstream.url).netloc for api in chosen if api.upstream}) > 1:
        hint = "name the API"
        raise UsageError(Diagnostic("--header would go to several servers", hint=hint))
    for api in chosen:
        changes, found = pull(workspace, api, any_version=any_version, headers=sent)
        word = "updated" if changes else "unchanged"
        note(f"{api.name}: {word}, sha256 {found}")
