"""Python files of a code base, as syntax trees."""

from __future__ import annotations

import ast
import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from specmill.diagnostics import Diagnostic, Location, Severity, UsageError
from specmill.pipeline.lock import shown

_LEFT_OUT = frozenset({"__pycache__", "node_modules", "site-packages", "_runtime"})


def syntax_trees(
    paths: Sequence[Path], without: Collection[Path]
) -> tuple[dict[str, ast.Module], list[Diagnostic]]:
    """Read the Python files of some folders, or some files.

    Args:
        paths: The folders and files.
        without: Folders to pass over, such as those of generated packages.

    Returns:
        Path to syntax tree, and warnings about files that are no Python.

    Raises:
        UsageError: There is no such file or folder.
    """
    trees: dict[str, ast.Module] = {}
    findings: list[Diagnostic] = []
    passed = {os.path.realpath(one) for one in without}
    for path in paths:
        if not path.exists():
            raise UsageError(Diagnostic(f"no file or folder {str(shown(path))!r}"))
        for file in _files(path, passed):
            name = shown(file).as_posix()
            try:
                trees[name] = ast.parse(file.read_bytes(), name)
            except (SyntaxError, ValueError) as error:
                line = getattr(error, "lineno", 0) or 0
                what = f"passed over, since it is no Python: {getattr(error, 'msg', error)}"
                place = Location(name, line, 1 if line else 0)
                findings.append(Diagnostic(what, place, severity=Severity.WARNING))
    return trees, findings


def _files(path: Path, without: Collection[str]) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _LEFT_OUT
            and os.path.realpath(os.path.join(folder, name)) not in without  # noqa: PTH118
            and not os.path.exists(os.path.join(folder, name, "pyvenv.cfg"))  # noqa: PTH110, PTH118
        )
        yield from (Path(folder, name) for name in sorted(names) if name.endswith(".py"))
