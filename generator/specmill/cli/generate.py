"""``specmill generate``."""

from __future__ import annotations

import time
from pathlib import Path

import click

from specmill.cli.console import count, note, tell
from specmill.cli.options import config_option, open_workspace, spec_workspace
from specmill.cli.progress import progress_over
from specmill.config import Workspace
from specmill.diagnostics import Diagnostic, UsageError
from specmill.pipeline.generation import Outcome, generate, up_to_date


@click.command("generate")
@click.argument("apis", nargs=-1)
@click.option("--spec", type=click.Path(path_type=Path), help="One spec file, no workspace.")
@click.option("--out", type=click.Path(path_type=Path), help="Where the files of --spec go.")
@click.option("--name", help="Name of the API in --spec; by default the file's.")
@click.option("--target", "targets", multiple=True, help="What to make of --spec; may repeat.")
@click.option("--formatter", type=click.Choice(["ruff", "black", "none"]), help="For --spec.")
@click.option("--force", is_flag=True, help="Build also what is up to date.")
@config_option
def command(
    apis: tuple[str, ...],
    spec: Path | None,
    out: Path | None,
    name: str | None,
    targets: tuple[str, ...],
    formatter: str | None,
    force: bool,
    config: Path | None,
) -> None:
    """Bring generated files up to date, or generate from one spec.

    Files that are the same stay untouched; files of the last run that are no longer generated are
    removed; a failing run changes nothing.

    \b
    Examples:
      specmill generate                      # every API of specmill.toml
      specmill generate dataflow             # one of them
      specmill generate --spec petstore.yaml --out sdk
      specmill generate --spec api.json --out sdk --name acme --target python --target models
    """
    if spec is None:
        _refuse(out=out, name=name, target=targets, formatter=formatter)
        workspace = open_workspace(config)
    elif out is None or apis or config:
        what = "--spec needs --out" if out is None else "--spec goes without APIs and --config"
        raise UsageError(Diagnostic(what))
    else:
        settings = {"formatter": formatter} if formatter else {}
        workspace = spec_workspace(spec, name, out, targets or ("python",), **settings)
        apis = tuple(workspace.apis)  # other specs of the folder stay as they are
    started = time.perf_counter()
    with progress_over(workspace, apis) as progress:
        outcome = generate(workspace, apis, force=force, progress=progress)
    tell(outcome.findings)
    _summarize(workspace, outcome, time.perf_counter() - started)


def _refuse(**options: object) -> None:
    """Options that only mean something with --spec."""
    for name, value in options.items():
        if value:
            raise UsageError(Diagnostic(f"--{name} goes with --spec"))


def _summarize(workspace: Workspace, outcome: Outcome, seconds: float) -> None:
    apis = count(len(outcome.apis), "API")
    if not workspace.apis:
        note(f"no APIs in {workspace.file}; add one with a table [apis.NAME]")
    elif outcome.changes is None:
        note(up_to_date(len(outcome.apis)))
    else:
        written, removed = len(outcome.changes.written), len(outcome.changes.removed)
        total = written + outcome.changes.unchanged
        what = f"{count(total, 'file')}, {written:,} written, {removed:,} removed"
        note(f"{apis} generated in {seconds:.2f} s: {what}")
