"""Command ``specmill overlay``: targets of overlays after a change of names in the source."""

from __future__ import annotations

from pathlib import Path

import click

from specmill.cli.app import DIFFERENT, DONE
from specmill.cli.console import count, note, result, visible
from specmill.cli.options import config_option, one_api, quiet_option


@click.command("overlay")
@click.argument("api", required=False)
@click.option("--fix", is_flag=True, help="Rewrite the targets in the overlay.")
@quiet_option
@config_option
def command(api: str | None, fix: bool, config: Path | None) -> int:
    """Find targets of overlays whose names have a new prefix in the source.

    The exit code is 1 if there are any and --fix is not given. `specmill generate` reports targets
    that no longer exist.

    \b
    Examples:
      specmill overlay kubeflow-pipelines
      specmill overlay kubeflow-pipelines --fix
    """
    from specmill.pipeline.lock import located
    from specmill.pipeline.overlays import overlay_fixes
    from specmill.render.files import FileSet

    root, chosen = one_api(api, None, None, config)
    fixes = [one for one in overlay_fixes(root, chosen) if one.targets]
    for one in fixes:
        for old, new in one.targets.items():
            result(visible(f"{one.file}: {old} is {new}"))
        if fix:
            place = located(root, one.file)
            FileSet({place.name: one.content}).write(place.parent)
    number = sum(len(one.targets) for one in fixes)
    note(f"{count(number, 'target')} {'rewritten' if fix else 'to rewrite'}")
    return DIFFERENT if number and not fix else DONE
