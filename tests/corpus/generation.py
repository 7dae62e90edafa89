"""One document, generated the way a user does it, with what it took."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from specmill import config
from specmill.config import ApiConfig, single
from specmill.pipeline.build import build
from specmill.pipeline.view import view


@dataclass(frozen=True, slots=True)
class Generated:
    """What became of a document."""

    findings: tuple[str, ...]
    files: int
    lines: int
    size: int
    """Bytes of all files."""
    seconds: float
    cpu_seconds: float
    """Of this process and of the formatter that it starts."""
    peak: int
    """Memory, in bytes, that the process has held so far."""


def package_name(document: Path) -> str:
    """Return the name of a document's package."""
    return config.package_name(document.stem)


def generate(document: Path, out: Path, *, formatter: str = "ruff", root: str = "") -> Generated:
    """Generate a document's package into a folder.

    Args:
        document: The spec.
        out: The folder that the package is put in.
        formatter: What formats the modules.
        root: The folder that no reference leaves, from the document's own.

    Raises:
        SpecmillError: It cannot be generated whole.
    """
    started, cpu = time.perf_counter(), _cpu_seconds()
    api = _config(document, formatter, root)
    built = build(document.parent, api)
    for path, content in built.files.items():
        file = out / path.removeprefix(f"{api.targets[0].folder}/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    contents = built.files.values()
    return Generated(
        tuple(map(str, built.findings)),
        len(built.files),
        sum(content.count(b"\n") for content in contents),
        sum(map(len, contents)),
        time.perf_counter() - started,
        _cpu_seconds() - cpu,
        _peak(),
    )


def inspected(document: Path, root: str = "") -> Mapping[str, Any]:
    """Return what ``specmill inspect --json`` prints for a document."""
    return view(document.parent, _config(document, "none", root))[0]


def _config(document: Path, formatter: str, root: str) -> ApiConfig:
    workspace = single(
        document.parent,
        name=package_name(document),
        source=document.name,
        targets=("python",),
        settings={"formatter": formatter},
        read={"root": root},
    )
    return next(iter(workspace.apis.values()))


def _cpu_seconds() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (
        1 if sys.platform == "darwin" else 1024
    )
