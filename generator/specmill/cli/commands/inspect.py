"""Command ``specmill inspect``: operations and models of an API, as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from specmill.cli import manner
from specmill.cli.console import count, result, tell, visible
from specmill.cli.options import finding_options, one_api, quiet_option, spec_options


@click.command("inspect")
@spec_options
@finding_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON, in a stable format.")
@quiet_option
def command(
    api: str | None,
    spec: str | None,
    name: str | None,
    config: Path | None,
    as_json: bool,
    strict: bool,
    verbose: bool,
) -> None:
    """Show how specmill reads an API: operations, models, and parts that are left out.

    \b
    Examples:
      specmill inspect dataflow
      specmill inspect dataflow --json | jq '.operations[].python'
      specmill inspect --spec petstore.yaml
      specmill inspect --spec https://example.com/openapi.json
    """
    from specmill.pipeline.view import view

    described, findings = view(*one_api(api, spec, name, config, strict=strict))
    tell(findings, whole=verbose)
    if as_json:
        called = map(manner.as_called, findings)
        described["findings"] = [manner.as_json(finding) for finding in called]
        result(json.dumps(described, indent=2, ensure_ascii=False))
    else:
        result("\n".join(visible(line) for line in _page(described)))


def _page(described: Mapping[str, Any]) -> Iterator[str]:
    operations, models = described["operations"], described["models"]
    yield f"{described['api']} {described['version']}: {described['client']}"
    yield f"package {described['package']}"
    yield ""
    yield f"{count(len(operations), 'operation')}:"
    yield from _columns(
        [("  ", op["method"] or "-", op["path"] or "-", op["python"]) for op in operations]
    )
    yield ""
    yield f"{count(len(models), 'model')}:"
    rows = [("  ", model["kind"], model["name"], _size(model)) for model in models]
    yield from _columns(rows)
    for skipped in described["skipped"]:
        yield f"skipped: {' '.join(str(part) for part in skipped.values())}"


def _size(model: Mapping[str, Any]) -> str:
    fields = model.get("fields") or ()
    return count(len(fields), "field") if fields else ""


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield " ".join(cells).rstrip()
