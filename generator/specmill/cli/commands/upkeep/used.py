"""Command ``specmill used``: the operations that a code base calls."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from specmill.cli.console import count, note, result, tell, visible
from specmill.cli.options import config_option, open_workspace, quiet_option

if TYPE_CHECKING:
    from specmill.config import Workspace
    from specmill.pipeline.usage import Called

_PLACES = 3


@click.command("used")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--api", "apis", multiple=True, help="An API to look for; may repeat.")
@click.option("--write", is_flag=True, help="Write the operations into `include` of specmill.toml.")
@quiet_option
@config_option
def command(
    paths: tuple[Path, ...], apis: tuple[str, ...], write: bool, config: Path | None
) -> None:
    """List the operations that your code calls, with file and line of each call.

    PATHS are Python files or folders; the code is not run. The types of generated clients are
    followed through assignments, annotations, attributes, functions, context managers, fixtures
    and imports. A call on an object of unknown type, for example with getattr, is not found.

    \b
    Examples:
      specmill used src/ tests/
      specmill used src/ --api dataflow --write   # then generate only what is used
    """
    from specmill.pipeline.usage import used

    workspace = open_workspace(config)
    called, findings = used(workspace, apis, paths)
    tell(findings)
    for one in called:
        method = one.method
        places = ", ".join(one.places[:_PLACES])
        more = f" and {len(one.places) - _PLACES} more" if len(one.places) > _PLACES else ""
        words = f"{one.api}  {method.name}  {method.id}  {method.verb} {method.path}"
        result(visible(f"{words}  {places}{more}"))
    if not called:
        note("no operation of the workspace's APIs is called there")
    elif write:
        _write(workspace, called)


def _write(workspace: Workspace, called: list[Called]) -> None:
    from specmill.config import FILE_NAME, with_values
    from specmill.pipeline.usage import included
    from specmill.render.files import FileSet

    file = workspace.root / Path(workspace.file).name
    selectors = {api: included(called, api) for api in sorted({one.api for one in called})}
    values: dict[tuple[str, ...], list[str]] = {
        ("apis", api, "include"): found for api, found in selectors.items()
    }
    text = with_values(file.read_text("utf-8"), values)
    FileSet({file.name or FILE_NAME: text}).write(workspace.root)
    for api, found in selectors.items():
        note(f"{api}: include has {count(len(found), 'operation')}; run `specmill generate`")
