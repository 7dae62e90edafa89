"""``specmill validate``."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import click

from specmill.cli.app import DONE, WRONG
from specmill.cli.console import note, tell
from specmill.cli.options import one_api, spec_options
from specmill.diagnostics import Severity

_MOST = 50


@click.command("validate")
@spec_options
def command(api: str | None, spec: Path | None, name: str | None, config: Path | None) -> int:
    """Check a spec against OpenAPI 3.1; exit code 2 when it is not valid.

    Specs of other families are checked in their normal form; messages point into the source.

    \b
    Examples:
      specmill validate dataflow
      specmill validate --spec petstore.yaml
    """
    from specmill.pipeline.validation import validate

    root, chosen = one_api(api, spec, name, config)
    found = list(islice(validate(root, chosen), _MOST + 1))
    tell(found[:_MOST])
    if len(found) > _MOST:
        note("… and more")
    if any(finding.severity is Severity.ERROR for finding in found):
        return WRONG
    note(f"{chosen.source}: valid")
    return DONE
