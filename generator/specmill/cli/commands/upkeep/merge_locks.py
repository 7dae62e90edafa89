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
    """Merge the lock files of all shards into the lock file of the whole workspace.

    LOCK is the specmill.lock of a machine that ran `specmill generate --shard K/N`, or the folder
    of its workspace. Specs, settings and the version of specmill must be the same on all machines.
    Copy the generated files yourself; with `locks = "api"`, copy the lock files in the same way.

    \b
    Examples:
      specmill merge-locks shard-1/specmill.lock shard-2/specmill.lock
    """
    from specmill.pipeline.builders.sharding import merge_locks

    workspace = open_workspace(config)
    changes = merge_locks(workspace, locks)
    record(written=[*changes.written], apis=[*workspace.apis])
    note(f"{count(len(locks), 'lock')} merged: {count(len(workspace.apis), 'API')}")
