"""Command ``specmill normalize``: a spec as OpenAPI 3.1."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from specmill.cli.console import note, result, tell
from specmill.cli.options import finding_options, one_api, quiet_option, spec_options


@click.command("normalize")
@spec_options
@finding_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to a file, not to stdout."
)
@click.option(
    "--prose",
    type=click.Choice(["keep", "drop"]),
    default="keep",
    help="Keep or drop descriptions, summaries and titles.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["openapi", "source"]),
    default="openapi",
    help="OpenAPI 3.1 with overlays applied, or the format of the source; both as JSON.",
)
@quiet_option
def command(output: Path | None, prose: str, form: str, verbose: bool, **which: Any) -> None:
    """Print a spec as OpenAPI 3.1.

    \b
    Examples:
      specmill normalize dataflow | jq .paths
      specmill normalize --spec swagger.json -o openapi.json
      specmill normalize --spec discovery.json --prose drop --format source -o source.json
    """
    from specmill.pipeline.normalization import normal_form, source_form
    from specmill.render.files import FileSet

    root, chosen = one_api(**which)
    keep = prose == "keep"
    if form == "source":
        content = source_form(root, chosen, prose=keep)
    else:
        content, findings = normal_form(root, chosen, prose=keep)
        tell(findings, whole=verbose)
    if output is None:
        result(content.decode("utf-8"))
    else:
        FileSet({output.name: content}).write(output.absolute().parent)
        note(f"wrote {output}")
