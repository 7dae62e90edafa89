"""Command ``specmill explain``: where a name, or a line of a generated file, comes from."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from specmill.cli.console import note, result, visible
from specmill.cli.options import config_option, one_api, open_workspace, quiet_option

if TYPE_CHECKING:
    from specmill.pipeline.explaining import Explanation

_STDIN = "-"
_LINE = re.compile(r".+\.(py|md|k):\d+(:\d+)?")


@click.command("explain")
@click.argument("names", metavar="[API] NAME | FILE:LINE | -", nargs=-1, required=True)
@click.option("--spec", metavar="SPEC", help="A spec in place of an API of the workspace.")
@quiet_option
@config_option
def command(names: tuple[str, ...], spec: str | None, config: Path | None) -> None:
    """Show where a name or a line comes from: its place in the spec, its rule, its overlays.

    NAME is an operationId, a method (jobs.get), a model (Job), a field (Job.name) or an argument
    (jobs.get(view)). It may begin with the package, as in a program (dataflow.models.Job).
    FILE:LINE is a line of a generated module, page or KCL file. If the line is in the private
    function that makes a request, the method that calls it is shown. With -, a traceback is read
    from stdin.

    \b
    Examples:
      specmill explain dataflow projects.locations.jobs.get
      specmill explain kubeflow-pipelines apiExperiment.name
      specmill explain generated/python/dataflow/resources/jobs.py:120
      python app.py 2>&1 | specmill explain -
      specmill explain --spec petstore.yaml Pet
    """
    *apis, name = names
    if len(apis) > 1:
        raise click.UsageError("give one API and one NAME")
    if not apis and spec is None and (name == _STDIN or _LINE.fullmatch(name)):
        _explain_lines(sys.stdin.read() if name == _STDIN else name, config)
        return
    from specmill.pipeline.explaining import explain

    root, api = one_api(apis[0] if apis else None, spec, None, config)
    for found in explain(root, api, name):
        _show(found)


def _explain_lines(text: str, config: Path | None) -> None:
    from specmill.pipeline.explaining import explain_lines, lines_in

    for line, found in explain_lines(open_workspace(config), lines_in(text)):
        if isinstance(found, str):
            note(visible(f"{line}: {found}"))
            continue
        for one in found:
            result(visible(f"{line}: {one.what}"))
            _show(one)


def _show(found: Explanation) -> None:
    entry = json.dumps(found.entry, indent=2, ensure_ascii=False)
    lines = [f"{found.location}, at {found.location.pointer or '/'}", f"named by {found.rule}"]
    lines += [f"changed by {place}, at {place.pointer or '/'}" for place in found.overlays]
    result(visible("\n".join([*lines, entry])))
