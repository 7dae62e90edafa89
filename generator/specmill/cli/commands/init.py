"""Command ``specmill init``: a new workspace from a spec."""

from __future__ import annotations

from pathlib import Path

import click

from specmill.cli.console import count, note, tell
from specmill.cli.options import quiet_option, spec_api
from specmill.config import FILE_NAME, package_name
from specmill.diagnostics import Diagnostic, UsageError
from specmill.pipeline.lock import LOCK_NAME

_ATTRIBUTES = ".gitattributes"
_LINES = (
    "generated/** text=auto eol=lf linguist-generated=true",
    "generated/**/_custom/** -linguist-generated",
    "specs/*/openapi.json text eol=lf linguist-generated=true",
    "specs/*/patches/** -text",
    f"{LOCK_NAME} text eol=lf merge=union linguist-generated=true",
)
"""What Git is told of generated files: their line ends stay, and reviews fold them; the lock
has a fact a line, so that both sides of a merge hold."""


@click.command("init")
@click.option("--spec", metavar="FILE", required=True, help="The spec to start with.")
@click.option("--name", help="Name of the API. The default is that of `specmill generate --spec`.")
@click.option(
    "--target",
    "targets",
    multiple=True,
    default=["python"],
    help="A target, such as python; may repeat.",
)
@quiet_option
def command(spec: str, name: str | None, targets: tuple[str, ...]) -> None:
    """Make a workspace in this folder: specmill.toml, and the spec in specs/NAME.

    Lines are added to .gitattributes: they mark generated files, and let Git merge the lock file
    line by line. Existing lines are kept.

    \b
    Examples:
      specmill init --spec ~/Downloads/petstore.yaml --name petstore
    """
    from specmill.config import load
    from specmill.pipeline.api_names import STDIN
    from specmill.pipeline.understanding import understand
    from specmill.pipeline.upstream import beside, entry, in_file, is_elsewhere, named
    from specmill.render.files import FileSet

    if is_elsewhere(spec):
        hint = "`specmill add ADDRESS` starts a workspace, too" if spec != STDIN else ""
        raise UsageError(Diagnostic("--spec of `specmill init` is a file", hint=hint))
    found = in_file(Path(spec)) if name else named(in_file(Path(spec)))
    name = name or found.name
    folder = Path.cwd()
    source = f"specs/{name}/source{found.suffix}"
    if not all(part.isalnum() for part in name.replace(".", "-").replace("_", "-").split("-")):
        hint = "letters, digits, '.', '_' and '-'"
        raise UsageError(Diagnostic(f"bad API name {name!r}", hint=hint))
    sources = {source: Path(spec)} | {f"specs/{name}/{file.name}": file for file in beside(found)}
    for path in (FILE_NAME, *sources):
        if (folder / path).exists():
            hint = f"to add an API: specmill add {spec} --name {name}"
            raise UsageError(Diagnostic(f"{path} is already here", hint=hint))
    understood = understand(*spec_api(Path(spec), name))
    tell(understood.findings)
    listed = ", ".join(f'"{target}"' for target in targets)
    text = f"[workspace]\ntargets = [{listed}]\n\n{entry(name, package=found.package)}"
    contents = {path: file.read_bytes() for path, file in sources.items()}
    attributes = folder / _ATTRIBUTES
    if added := _attributes(attributes.read_text("utf-8") if attributes.is_file() else ""):
        contents[_ATTRIBUTES] = added.encode()
    FileSet({FILE_NAME: text, **contents}).write(folder)
    load(folder / FILE_NAME)
    models = count(len(understood.api.models), "model")
    *first, last = FILE_NAME, *sources
    note(f"wrote {', '.join(first)} and {last} ({models})")
    note("next:")
    note("  specmill generate                # makes generated/; commit it with specmill.lock")
    note("  specmill check                   # in CI: fails when generated files are stale")
    package = found.package or package_name(name)
    if "python" in targets:
        note(f'  python -c "import {package}"   # with generated/python on the path')


def _attributes(text: str) -> str:
    """Return what ``.gitattributes`` becomes; empty where it says all of it."""
    known = {line.split()[0] for line in text.splitlines() if line.strip()}
    missing = [line for line in _LINES if line.split()[0] not in known]
    if not missing:
        return ""
    kept = text if not text or text.endswith("\n") else f"{text}\n"
    return kept + "".join(f"{line}\n" for line in missing)
