"""Workspace of a single spec, without a ``specmill.toml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from specmill.config import Workspace, single
from specmill.pipeline.lock import relative


def spec_workspace(
    spec: Path,
    *,
    name: str | None,
    out: Path,
    targets: Sequence[str] = (),
    settings: Mapping[str, Any] | None = None,
) -> Workspace:
    """A spec file as a workspace with one API; paths are from the current folder.

    Args:
        spec: The spec file.
        name: The API's name; the file's own for None.
        out: The output folder.
        targets: Names of the targets.
        settings: Settings of the targets.

    Raises:
        UsageError: A setting is unknown or of the wrong kind.
    """
    root = out.absolute()
    given = dict(settings or {})
    if isinstance(given.get("templates"), str):
        given["templates"] = relative(root, Path(given["templates"]))
    return single(
        root,
        name=name or spec.stem,
        source=relative(root, spec),
        targets=tuple(targets),
        settings=given,
    )
