"""Command ``specmill explain``: the source and the name of an operation or a model."""

from __future__ import annotations

import json
from pathlib import Path

import click

from specmill.cli.console import result, visible
from specmill.cli.options import config_option, one_api


@click.command("explain")
@click.argument("names", metavar="[API] NAME", nargs=-1, required=True)
@click.option("--spec", type=click.Path(path_type=Path), help="A spec file, in place of an API.")
@config_option
def command(names: tuple[str, ...], spec: Path | None, config: Path | None) -> None:
    """Say where an operation or a model comes from, and what named it.

    NAME is an operation's id or its name in Python, or a model's name.

    \b
    Examples:
      specmill explain dataflow projects.locations.jobs.get
      specmill explain kubeflow-pipelines apiExperiment
      specmill explain --spec petstore.yaml Pet
    """
    from specmill.pipeline.view import explain

    *apis, name = names
    if len(apis) > 1:
        raise click.UsageError("give one API and one NAME")
    root, api = one_api(apis[0] if apis else None, spec, None, config)
    for found in explain(root, api, name):
        entry = json.dumps(found.entry, indent=2, ensure_ascii=False)
        place = f"{found.location}, at {found.location.pointer or '/'}"
        result(visible(f"{place}\nnamed by {found.rule}\n{entry}"))
