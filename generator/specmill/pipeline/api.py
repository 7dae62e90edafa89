"""Python interface ``specmill.generate``."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict, Unpack

from specmill.config import find_workspace, load
from specmill.pipeline.api_names import of_file_in
from specmill.pipeline.generation import build_files
from specmill.pipeline.generation import generate as write_files
from specmill.pipeline.lock import is_lock
from specmill.pipeline.spec import spec_workspace
from specmill.render.files import FileSet


class Reading(TypedDict, total=False):
    """How one spec is read."""

    root: str | os.PathLike[str]
    """The folder that its references may lead into; by default its own."""
    accept: Sequence[str]
    """Kinds of findings to live with."""
    skip: Sequence[str]
    """What to leave out."""


def generate(
    spec: str | os.PathLike[str] | None = None,
    *,
    name: str | None = None,
    targets: Sequence[str] = ("python",),
    settings: Mapping[str, Any] | None = None,
    config: str | os.PathLike[str] | None = None,
    apis: Sequence[str] = (),
    out: str | os.PathLike[str] | None = None,
    **reading: Unpack[Reading],
) -> dict[str, bytes]:
    """Generate the files of one spec, or of a workspace.

    Args:
        spec: The spec file; None for a workspace.
        name: The API's name, from which the package's name follows; the file's own by default, or
            that of its title where the file is called ``openapi``, ``spec`` or the like.
        targets: What to generate from ``spec``.
        settings: Settings of the targets for ``spec``, such as ``{"formatter": "black"}``.
        config: The workspace's ``specmill.toml``; the nearest one by default.
        apis: APIs of the workspace; all of them for none.
        out: Where to write the files of ``spec``; nothing is written without it.
        reading: How ``spec`` is read.

    Returns:
        POSIX path, relative to ``out`` or to the workspace's folder, to content.

    Raises:
        specmill.diagnostics.SpecmillError: The spec or the configuration is not usable.
    """
    if spec is None:
        file = Path(config) if config is not None else find_workspace(Path.cwd())
        return _content(build_files(load(file), apis)[0])
    workspace = spec_workspace(
        Path(spec),
        name=name or (of_file_in(Path(spec), Path(out)) if out is not None else None),
        out=Path(out or "."),
        targets=targets,
        settings=settings,
        reach=Path(reading["root"]) if "root" in reading else None,
        accept=reading.get("accept", ()),
        skip=reading.get("skip", ()),
    )
    if out is None:
        return _content(build_files(workspace)[0])
    return _content(write_files(workspace, tuple(workspace.apis), force=True).files or FileSet())


def _content(files: FileSet) -> dict[str, bytes]:
    return {path: files[path] for path in files if not is_lock(path)}
