"""Command ``specmill patch``: edits of generated files, recorded as patches."""

from __future__ import annotations

from pathlib import Path

import click

from specmill.cli.console import note
from specmill.cli.options import apis_argument, config_option, open_workspace, quiet_option


@click.command("patch")
@apis_argument
@quiet_option
@config_option
def command(apis: tuple[str, ...], config: Path | None) -> None:
    """Record edits of generated files as patches, which `specmill generate` then merges.

    Each edited file gets a patch in the folder patches/ beside its spec. Commit the patches. Text
    that you write above the diff of a patch is kept. To discard an edit, remove its patch and run
    `specmill generate`.

    \b
    Examples:
      specmill patch                  # every edited file
      specmill patch dataflow         # those of one API
    """
    from specmill.pipeline.upkeep import record_edits

    recorded = record_edits(open_workspace(config), apis)
    for path, content in sorted(recorded.items()):
        note(f"{path}: {'recorded' if content else 'removed, since nothing is left of the edit'}")
    if not recorded:
        note("no generated file was edited")
