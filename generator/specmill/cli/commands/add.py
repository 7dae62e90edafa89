"""Command ``specmill add``: an API for the workspace, from a catalog, a file or an address."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from specmill.cli.console import count, note, tell
from specmill.cli.manner import call
from specmill.cli.options import (
    config_option,
    header_option,
    headers_given,
    quiet_option,
    spec_api,
)
from specmill.config import FILE_NAME, ApiConfig, find_workspace, load, parse
from specmill.diagnostics import Diagnostic, UsageError

if TYPE_CHECKING:
    from specmill.pipeline.understanding import Understood
    from specmill.pipeline.upstream import FoundSpec


@click.command("add")
@click.argument("spec")
@click.option("--name", help="Name of the API. The default is that of `specmill generate --spec`.")
@click.option("--package", default="", help="Name of its package.")
@click.option(
    "--drop-prose", is_flag=True, help="Drop descriptions, summaries and titles of the spec."
)
@header_option
@quiet_option
@config_option
def command(
    spec: str,
    name: str | None,
    package: str,
    drop_prose: bool,
    headers: tuple[str, ...],
    config: Path | None,
) -> None:
    """Add an API to the workspace: its spec to specs/NAME, and a table to specmill.toml.

    SPEC is a file or an address of any spec. It may also be google:NAME:VERSION, a document of the
    installed google-api-python-client, or discovery:FILE or discovery:URL. If the folder has no
    workspace, one is made.

    \b
    Examples:
      specmill add google:storage:v1
      specmill add 'discovery:https://storage.googleapis.com/$discovery/rest?version=v1'
      specmill add ~/Downloads/petstore.yaml --name petstore
    """
    from specmill.pipeline.upstream import find, named
    from specmill.render.turns import turn

    found = find(spec, headers_given(headers))
    found = named(found) if name is None else found
    name = found.name if name is None else name
    file, _ = _workspace_file(config, name)
    understood = _understand(found, name)
    tell(understood.findings)
    with turn(file.parent):
        api, source = _put(found, spec, name, package, config, drop_prose=drop_prose)
    _say(api, understood, found, source)


def _put(
    found: FoundSpec, spec: str, name: str, package: str, config: Path | None, *, drop_prose: bool
) -> tuple[ApiConfig, str]:
    """Write a spec and its table; return the API, and the path of its source."""
    from specmill.pipeline.lock import checksum
    from specmill.pipeline.normalization import without_prose
    from specmill.pipeline.upstream import beside, entry, with_entry
    from specmill.render.files import FileSet
    from specmill.sources import read_bytes

    file, text = _workspace_file(config, name)
    content = read_bytes(found.path, spec) if found.path else found.content
    origin = {"url": found.url, "sha256": checksum(content)}
    table = entry(name, package=package or found.package, **origin, drop_prose=drop_prose)
    text = with_entry(text, table)
    api = parse(text, file.parent, shown=file.name).apis[name]
    folder = PurePosixPath(api.normal_form).parent
    source = f"{folder}/source{found.suffix}"
    if drop_prose:
        content = without_prose(content, source)
    files = {source: content} | {
        f"{folder}/{path.name}": path.read_bytes() for path in beside(found)
    }
    _refuse_what_is_there(file.parent, files)
    FileSet({**files, file.name: text}).write(file.parent)
    return api, source


def _workspace_file(config: Path | None, name: str) -> tuple[Path, str]:
    """The workspace's file and what is in it; where there is none, one begins here.

    Raises:
        UsageError: The file is not usable, or has an API of this name.
    """
    try:
        file = (config or find_workspace(Path.cwd())).absolute()
    except UsageError:
        return Path.cwd() / FILE_NAME, '[workspace]\ntargets = ["python"]\n'
    if name in load(file, shown=file.name).apis:
        what = f"{file.name} has an API {name!r} already"
        hint = f"give this one another name with --name, or fetch it anew: specmill pull {name}"
        raise UsageError(Diagnostic(what, hint=hint))
    return file, file.read_bytes().decode()


def _understand(found: FoundSpec, name: str) -> Understood:
    """Read the spec before anything is written."""
    from specmill.pipeline.understanding import understand

    if found.path is not None:
        return understand(*spec_api(found.path, name), complete=False)
    from specmill.sources import without_user

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}{found.suffix}"
        call(str(path), without_user(found.url))
        path.write_bytes(found.content)
        return understand(*spec_api(path, name), complete=False)


def _refuse_what_is_there(root: Path, files: Iterable[str]) -> None:
    for path in files:
        if (root / path).exists():
            hint = "give the API another name with --name, or move the file away"
            raise UsageError(Diagnostic(f"{path} is already here", hint=hint))


def _say(api: ApiConfig, understood: Understood, found: FoundSpec, source: str) -> None:
    from specmill.model.api import operations_of
    from specmill.pipeline.upstream import toml_key

    title = f"{understood.api.title} {understood.api.version}".strip()
    operations = sum(not one.is_further_method for one in operations_of(understood.api))
    models = count(len(understood.api.models), "model")
    note(f"added {api.name}: {title}, {count(operations, 'operation')}, {models}")
    note(f"wrote {source} and [apis.{toml_key(api.name)}] in {FILE_NAME}")
    if found.url:
        _say_upstream(found.url)
    note("next:")
    targets = {target.name: target for target in api.targets}
    note(f"  specmill generate {api.name}")
    if "python" in targets:
        folder = targets["python"].folder
        note(f'  python -c "import {api.package}"   # with {folder} on the path')


def _say_upstream(url: str) -> None:
    from specmill.sources import without_user

    shown = without_user(url)
    note(f"upstream {shown}")
    if shown != url:
        note(f"  {FILE_NAME} has the password of that address; --header takes one from elsewhere")
