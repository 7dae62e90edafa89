"""Command ``specmill diff``: operations and models that differ between two specs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from specmill.cli.app import DIFFERENT, DONE
from specmill.cli.console import result, tell, visible
from specmill.cli.options import config_option, open_workspace, spec_api


@click.command("diff")
@click.argument("old")
@click.argument("new")
@config_option
def command(old: str, new: str, config: Path | None) -> int:
    """Compare two versions of an API: operations and models added, removed, changed.

    OLD and NEW are spec files, or APIs of the workspace. Exit code 1 when they differ.

    \b
    Examples:
      specmill diff old.json new.json
      specmill diff kubeflow-pipelines kubeflow-pipelines-v2beta1
    """
    from specmill.pipeline.view import changes

    lines = changes(_describe(old, config), _describe(new, config))
    if not lines:
        return DONE
    result("\n".join(visible(line) for line in lines))
    return DIFFERENT


def _describe(name: str, config: Path | None) -> dict[str, Any]:
    """A spec file, or an API when no file has this name."""
    from specmill.pipeline.view import view

    if Path(name).is_file() or "." in name or "/" in name:
        root, api = spec_api(Path(name), "api")
    else:
        workspace = open_workspace(config)
        root, api = workspace.root, workspace.pick((name,))[0]
    described, findings = view(root, api)
    tell(findings)
    return described
