"""Workspace of a single spec, without a ``specmill.toml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from specmill.config import Upstream, Workspace, single
from specmill.pipeline.api_names import of_file
from specmill.pipeline.lock import relative
from specmill.values import replace


def spec_workspace(
    spec: Path,
    *,
    name: str | None,
    out: Path,
    targets: Sequence[str] = (),
    settings: Mapping[str, Any] | None = None,
    reach: Path | None = None,
    accept: Sequence[str] = (),
    skip: Sequence[str] = (),
) -> Workspace:
    """A spec file as a workspace with one API; paths are from the current folder.

    Args:
        spec: The spec file.
        name: The API's name; the file's own for None, or the title's where that tells nothing.
        out: The output folder.
        targets: Names of the targets.
        settings: Settings of the targets.
        reach: The folder that no reference of the spec leaves; the spec's own for None.
        accept: Codes of findings that are known.
        skip: What may be left out.

    Raises:
        UsageError: A setting is unknown or of the wrong kind.
    """
    root = out.absolute()
    given = dict(settings or {})
    if isinstance(given.get("templates"), str):
        given["templates"] = relative(root, Path(given["templates"]))
    return single(
        root,
        name=name or of_file(spec),
        source=relative(root, spec),
        targets=tuple(targets),
        settings=given,
        read={
            "root": relative(spec.parent, reach) if reach else "",
            "accept": tuple(accept),
            "skip": tuple(skip),
        },
    )


def brought_from(address: str, workspace: Workspace) -> Workspace:
    """Tell where the spec of a workspace was, of which its file is a copy."""
    apis = {name: replace(api, upstream=Upstream(address)) for name, api in workspace.apis.items()}
    return replace(workspace, apis=apis)
