"""``specmill init``."""

from __future__ import annotations

from pathlib import Path

import click

from specmill.cli.console import count, note, tell
from specmill.cli.options import spec_api
from specmill.config import FILE_NAME, package_name
from specmill.diagnostics import Diagnostic, UsageError

_SUFFIXES = {".json", ".yaml", ".yml", ".md"}


@click.command("init")
@click.option(
    "--spec", type=click.Path(path_type=Path), required=True, help="The spec to start with."
)
@click.option("--name", help="Name of the API; by default the file's.")
@click.option("--target", "targets", multiple=True, default=["python"], help="May repeat.")
def command(spec: Path, name: str | None, targets: tuple[str, ...]) -> None:
    """Start a workspace in this folder: specmill.toml, and the spec in specs/NAME.

    \b
    Examples:
      specmill init --spec ~/Downloads/petstore.yaml --name petstore
    """
    from specmill.config import load
    from specmill.pipeline.build import understand
    from specmill.render.files import FileSet

    name = name or spec.stem.lower()
    folder = Path.cwd()
    suffix = spec.suffix.lower() if spec.suffix.lower() in _SUFFIXES else ".json"
    source = f"specs/{name}/source{suffix}"
    if not all(part.isalnum() for part in name.replace(".", "-").replace("_", "-").split("-")):
        hint = "letters, digits, '.', '_' and '-'"
        raise UsageError(Diagnostic(f"bad API name {name!r}", hint=hint))
    sources = {source: spec, **(_beside(spec, name) if suffix == ".md" else {})}
    for path in (FILE_NAME, *sources):
        if (folder / path).exists():
            raise UsageError(Diagnostic(f"{path} is already here", hint=_add(name)))
    understood = understand(*spec_api(spec, name))
    tell(understood.findings)
    listed = ", ".join(f'"{target}"' for target in targets)
    text = f'[workspace]\ntargets = [{listed}]\n\n[apis."{name}"]\n'.replace(
        f'"{name}"', _key(name)
    )
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


def _beside(spec: Path, name: str) -> dict[str, Path]:
    """The files that belong to a reference page: where they go, and where they are."""
    from specmill.sources import tables_bindings, tables_dialect

    names = (tables_bindings.FILE_NAME, tables_dialect.FILE_NAME)
    return {f"specs/{name}/{one}": file for one in names if (file := spec.with_name(one)).is_file()}


def _key(name: str) -> str:
    """A TOML key: bare where that is allowed."""
    return f'"{name}"' if "." in name else name


def _add(name: str) -> str:
    return f"to add an API, put a table [apis.{_key(name)}] in {FILE_NAME} and its spec in specs/"
