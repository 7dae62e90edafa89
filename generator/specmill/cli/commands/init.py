"""Command ``specmill init``: a new workspace from a spec."""

from __future__ import annotations

from pathlib import Path

import click

from specmill.cli.console import count, note, tell
from specmill.cli.options import quiet_option, spec_api
from specmill.config import FILE_NAME, package_name
from specmill.diagnostics import Diagnostic, UsageError


@click.command("init")
@click.option(
    "--spec", type=click.Path(path_type=Path), required=True, help="The spec to start with."
)
@click.option("--name", help="Name of the API; by default the file's.")
@click.option(
    "--target",
    "targets",
    multiple=True,
    default=["python"],
    help="A target, such as python; may repeat.",
)
@quiet_option
def command(spec: Path, name: str | None, targets: tuple[str, ...]) -> None:
    """Start a workspace in this folder: specmill.toml, and the spec in specs/NAME.

    \b
    Examples:
      specmill init --spec ~/Downloads/petstore.yaml --name petstore
    """
    from specmill.config import load
    from specmill.pipeline.understanding import understand
    from specmill.pipeline.upstream import beside, entry, in_file
    from specmill.render.files import FileSet

    found = in_file(spec)
    name = name or found.name
    folder = Path.cwd()
    source = f"specs/{name}/source{found.suffix}"
    if not all(part.isalnum() for part in name.replace(".", "-").replace("_", "-").split("-")):
        hint = "letters, digits, '.', '_' and '-'"
        raise UsageError(Diagnostic(f"bad API name {name!r}", hint=hint))
    sources = {source: spec} | {f"specs/{name}/{file.name}": file for file in beside(found)}
    for path in (FILE_NAME, *sources):
        if (folder / path).exists():
            hint = f"to add an API: specmill add {spec} --name {name}"
            raise UsageError(Diagnostic(f"{path} is already here", hint=hint))
    understood = understand(*spec_api(spec, name))
    tell(understood.findings)
    listed = ", ".join(f'"{target}"' for target in targets)
    text = f"[workspace]\ntargets = [{listed}]\n\n{entry(name)}"
    contents = {path: file.read_bytes() for path, file in sources.items()}
    FileSet({FILE_NAME: text, **contents}).write(folder)
    load(folder / FILE_NAME)
    models = count(len(understood.api.models), "model")
    *first, last = FILE_NAME, *sources
    note(f"wrote {', '.join(first)} and {last} ({models})")
    note("next:")
    note("  specmill generate                # makes generated/; commit it with specmill.lock")
    note("  specmill check                   # in CI: fails when generated files are stale")
    note(f'  python -c "import {package_name(name)}"   # with generated/python on the path')
