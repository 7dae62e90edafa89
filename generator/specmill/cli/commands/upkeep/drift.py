"""Command ``specmill drift``: what answers had that the spec lacks."""

from __future__ import annotations

from pathlib import Path

import click

from specmill.cli.app import DIFFERENT, DONE
from specmill.cli.console import count, note, result, visible
from specmill.cli.options import config_option, one_api, open_workspace, quiet_option


@click.command("drift")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("api", required=False)
@click.option("--write", is_flag=True, help="Write an overlay that completes the spec.")
@quiet_option
@config_option
def command(file: Path, api: str | None, write: bool, config: Path | None) -> int:
    """Show fields, enumeration values, types and statuses of responses that the spec lacks.

    FILE was written by a DriftRecorder of a generated package (`drift = true` of the target
    python). Each finding has its place in the spec. With --write, the findings that are certain are
    written into an overlay, specs/NAME/drift.overlay.yaml, which is added to specmill.toml.

    The exit code is 1 if there is drift and nothing was written.

    \b
    Examples:
      specmill drift drift.jsonl
      specmill drift drift.jsonl dataflow --write
    """
    from specmill.diagnostics import Report
    from specmill.pipeline.drift import drifts, mend, read_records
    from specmill.pipeline.understanding import read_document

    root, chosen = one_api(api, None, None, config)
    records = read_records(file)
    found, others = drifts(read_document(root, chosen, Report()), records)
    for one in found:
        mark = "" if one.target else " (no overlay can be written: it is one of several schemas)"
        result(visible(f"{one.location}: {one.what}{mark}"))
    if unknown := {one.operation for one in others}:
        names = ", ".join(sorted(unknown)[:3])
        note(f"{count(len(unknown), 'operation')} not in the spec: {names}")
    if not found:
        note(f"answers had nothing that the spec of {chosen.name} lacks")
        return DONE
    if not write:
        note(f"{count(len(found), 'finding')}; mend the spec with --write")
        return DIFFERENT
    name = mend(open_workspace(config), chosen, found)
    note(f"wrote {name}; run `specmill generate`" if name else "nothing is certain enough to write")
    return DONE if name else DIFFERENT
