"""Command ``specmill validate``: a spec against OpenAPI 3.1."""

from __future__ import annotations

from pathlib import Path

import click

from specmill.cli.app import DONE, WRONG
from specmill.cli.console import count, note, tell
from specmill.cli.manner import called, record
from specmill.cli.options import finding_options, one_api, report_options, spec_options
from specmill.diagnostics import Severity

_MOST = 50


@click.command("validate")
@spec_options
@finding_options
@report_options
def command(
    api: str | None,
    spec: str | None,
    name: str | None,
    config: Path | None,
    strict: bool,
    verbose: bool,
) -> int:
    """Check that a spec is valid OpenAPI 3.1; the exit code is 2 if it is not.

    Other formats are translated to OpenAPI 3.1 first. Messages have lines of the source.

    \b
    Examples:
      specmill validate dataflow
      specmill validate --spec petstore.yaml
    """
    from specmill.pipeline.validation import validate

    root, chosen = one_api(api, spec, name, config, strict=strict)
    found = list(validate(root, chosen))
    wrong = [finding for finding in found if finding.severity is Severity.ERROR]
    source = called(chosen.source)
    record(source=source, valid=not wrong)
    tell(wrong if verbose else wrong[:_MOST], whole=True)
    if len(wrong) > _MOST and not verbose:
        note("… and more")
    findings = [finding for finding in found if finding.severity is not Severity.ERROR]
    tell(findings, whole=verbose)
    if wrong:
        return WRONG
    repaired = f", with {count(len(findings), 'finding')}" if findings else ""
    note(f"{source}: valid{repaired}")
    return DONE
