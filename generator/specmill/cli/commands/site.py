"""Command ``specmill site``: a site with search from the docs."""

from __future__ import annotations

from pathlib import Path

import click

from specmill.cli.console import count, result
from specmill.cli.options import apis_argument, config_option, open_workspace, quiet_option
from specmill.pipeline.site import build


@click.command("site")
@apis_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build/site"),
    show_default=True,
    help="Folder of the site.",
)
@quiet_option
@config_option
def command(apis: tuple[str, ...], out: Path, config: Path | None) -> None:
    """Build a site with search from the docs of the workspace.

    The site has the APIs with the target `docs`. This needs `pip install specmill[docs]`. A broken
    link is an error, and then no file changes.

    \b
    Examples:
      specmill site
      specmill site dataflow --out public
    """
    changes = build(open_workspace(config), apis, out)
    written, removed = len(changes.written), len(changes.removed)
    files = count(written + changes.unchanged, "file")
    result(f"{out}/index.html: {files}, {written} written, {removed} removed")
