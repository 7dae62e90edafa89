"""Options that several commands share."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from specmill.cli.manner import answer_in_json, be_quiet, call
from specmill.config import ApiConfig, Workspace, find_workspace, load
from specmill.diagnostics import Diagnostic, SpecmillError, UsageError
from specmill.values import replace

Decorated = Callable[..., Any]
NAME_HELP = (
    "Name of the API in --spec, and of its package. By default the name of the file; or the title "
    "of the API, if the file has a general name such as openapi or spec."
)
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+\Z")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


def config_option(function: Decorated) -> Decorated:
    """``--config``."""
    return click.option(
        "--config",
        type=click.Path(path_type=Path),
        help="The workspace file. By default specmill.toml in this folder or one above it.",
    )(function)


def header_option(function: Decorated) -> Decorated:
    """``--header``."""
    return click.option(
        "--header",
        "headers",
        multiple=True,
        metavar="NAME=VARIABLE",
        help="Send a header with the value of an environment variable, only to that server.",
    )(function)


def headers_given(options: tuple[str, ...]) -> dict[str, str]:
    """Return what ``--header`` asks for; values are taken from the environment, and never shown.

    Raises:
        UsageError: An option is not of this form, or its variable is not set or no header's value.
    """
    found: dict[str, str] = {}
    for option in options:
        name, equals, variable = option.partition("=")
        if not equals or not _HEADER_NAME.match(name) or not _VARIABLE.match(variable):
            hint = "write --header NAME=VARIABLE, such as Authorization=SPEC_TOKEN"
            raise UsageError(
                Diagnostic("--header does not name a header and a variable", hint=hint)
            )
        value = os.environ.get(variable, "").strip()
        if not value:
            raise UsageError(Diagnostic(f"the environment has no {variable} for --header {name}"))
        if not value.isprintable() or not value.isascii():
            raise UsageError(Diagnostic(f"the value of {variable} is not valid in a header"))
        found[name] = value
    return found


def apis_argument(function: Decorated) -> Decorated:
    """``APIS``, which shells complete."""
    return click.argument("apis", nargs=-1, shell_complete=_known_apis)(function)


def _known_apis(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    try:
        workspace = open_workspace(context.params.get("config"))
    except SpecmillError:
        return []  # a shell has no place for a message
    return [name for name in workspace.apis if name.startswith(incomplete)]


def spec_options(function: Decorated) -> Decorated:
    """``API`` or ``--spec FILE [--name N]``, and ``--config``."""
    function = click.option("--name", help=NAME_HELP)(function)
    function = click.option(
        "--spec",
        metavar="SPEC",
        help="A spec in place of an API of the workspace: a file, an address, or - for stdin.",
    )(function)
    argument = click.argument("api", required=False, shell_complete=_known_apis)
    return config_option(argument(function))


def quiet_option(function: Decorated) -> Decorated:
    """``--quiet``."""
    return click.option(
        "--quiet",
        "-q",
        is_flag=True,
        expose_value=False,
        callback=lambda _context, _option, given: be_quiet() if given else None,
        help="Print only errors and results.",
    )(function)


def report_options(function: Decorated) -> Decorated:
    """``--quiet`` and ``--json``."""
    as_json = click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        callback=lambda _context, _option, given: answer_in_json() if given else None,
        help="Print one JSON document with the work that was done, findings and errors.",
    )
    return quiet_option(as_json(function))


def finding_options(function: Decorated) -> Decorated:
    """``--strict`` and ``--verbose``."""
    function = click.option("--verbose", is_flag=True, help="Print every warning.")(function)
    return click.option("--strict", is_flag=True, help="Treat warnings as errors.")(function)


def shard_option(function: Decorated) -> Decorated:
    """``--shard``."""
    text = "Use only the K-th of N parts of the APIs, to share the work between machines."
    return click.option("--shard", metavar="K/N", help=text)(function)


def open_workspace(
    config: Path | None, *, strict: bool = False, shard: str | None = None
) -> Workspace:
    """The workspace of ``--config``, or the nearest one.

    With ``strict`` findings are errors; of a ``shard`` alone is looked at.
    """
    from specmill.pipeline.lock import relative

    file = config or find_workspace(Path.cwd())
    file = file.absolute()
    workspace = load(file, shown=relative(Path.cwd(), file))
    if shard is not None:
        from specmill.pipeline.builders.sharding import read_shard

        workspace = replace(workspace, shard=read_shard(shard))
    return workspace.strictly() if strict else workspace


def one_api(
    api: str | None,
    spec: str | None,
    name: str | None,
    config: Path | None,
    *,
    strict: bool = False,
) -> tuple[Path, ApiConfig]:
    """The API that a command works on, with the folder that its paths start from.

    ``strict`` makes its findings errors.

    Raises:
        UsageError: Neither an API nor a spec is given, or both, or the API is unknown.
    """
    if spec is not None and api is None:
        return spec_api(spec, name, strict=strict)
    if spec is not None or name is not None:
        what = "give an API or --spec, not both" if spec else "--name goes with --spec"
        raise UsageError(Diagnostic(what))
    workspace = open_workspace(config, strict=strict)
    if api is None and len(workspace.apis) != 1:
        known = ", ".join(workspace.apis)
        raise UsageError(Diagnostic("which API?", hint=f"give --spec FILE, or one of {known}"))
    return workspace.root, workspace.pick((api,) if api else ())[0]


def spec_api(
    spec: str | Path, name: str | None = None, *, strict: bool = False
) -> tuple[Path, ApiConfig]:
    """A spec as an API, with the folder that its paths start from."""
    from specmill.pipeline.spec import spec_workspace

    workspace = spec_workspace(_file_of(spec), name=name, out=Path.cwd())
    if strict:
        workspace = workspace.strictly()
    return workspace.root, next(iter(workspace.apis.values()))


def _file_of(spec: str | Path) -> Path:
    """Return the file of a spec; one from elsewhere is there for the time of the command."""
    if isinstance(spec, Path):
        return spec
    from specmill.pipeline.upstream import fetched, is_elsewhere
    from specmill.sources import without_user

    if not is_elsewhere(spec):
        return Path(spec)
    folder = click.get_current_context().with_resource(TemporaryDirectory(prefix="specmill-"))
    file = fetched(spec, Path(folder))
    call(str(file), without_user(spec))
    return file
