"""Command ``specmill merge-locks``: one lock of those that the shards of a workspace wrote."""

from __future__ import annotations

from pathlib import Path

import click

from specmill.cli.console import count, note
from specmill.cli.manner import record
from specmill.cli.options import config_option, open_workspace, report_options


@click.command("merge-locks")
@click.argument(
    "locks", metavar="LOCK...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@report_options
@config_option
def command(locks: tuple[Path, ...], config: Path | None) -> None:
    """Make one lock of those of all shards, as one run over the workspace would have written it.

    LOCK is the specmill.lock of a machine that ran `specmill generate --shard K/N`, or the folder
    of its workspace. The specs, the settings and the version of specmill must be the same for all.
    Generated files are brought together by copying; with `locks = "api"` the locks are, too.

    \b
    Examples:
      specmill merge-locks shard-1/specmill.lock shard-2/specmill.lock
    """
    from specmill.pipeline.builders.sharding import merge_locks

    workspace = open_workspace(config)
    changes = merge_locks(workspace, locks)
    record(written=[*changes.written], apis=[*workspace.apis])
    note(f"{count(len(locks), 'lock')} merged: {count(len(workspace.apis), 'API')}")
