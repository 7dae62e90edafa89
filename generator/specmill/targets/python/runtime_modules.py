"""Modules of the runtime that a package needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from specmill.render.engine import Engine, template_root

_IMPORTED = re.compile(r"^[ \t]*from (\.+)([\w.]*) import ", re.MULTILINE)
_NAMED = re.compile(r"""["'](\.+)([\w.]+):""")
"""Imports of one module of the runtime by another, and late ones by reference."""


def needed_modules(
    runtime: Mapping[str, str], package: Iterable[str], folder: str
) -> dict[str, str]:
    """Return the files of the runtime without the modules that a package never imports.

    Args:
        runtime: Path to text of every file of the runtime.
        package: The texts of the package's own modules.
        folder: Name of the package's folder that holds the runtime.
    """
    mention = re.compile(rf"{re.escape(folder)}\.([\w.]+)")  # a literal start is found fastest
    pending = {name for text in package for name in mention.findall(text)}
    found: set[str] = set(_with_folders(runtime, ""))
    while pending:
        for path in _with_folders(runtime, pending.pop()):
            if path not in found:
                found.add(path)
                pending.update(_imports(path, runtime[path]))
    return {
        path: text for path, text in runtime.items() if not path.endswith(".py") or path in found
    }


def shared_runtime(templates: Sequence[Path]) -> dict[str, str]:
    """Return the files of a runtime that packages share, with the user's templates over ours.

    No package decides about it: another API changes none of its files.
    """
    return {**Engine((*templates, template_root("python"))).copy_files("runtime"), "py.typed": ""}


def _imports(path: str, text: str) -> Iterator[str]:
    """Yield the modules of the runtime, with dots, that one of its modules imports."""
    folders = path.split("/")[:-1]
    for dots, name in (*_IMPORTED.findall(text), *_NAMED.findall(text)):
        above = folders[: len(folders) + 1 - len(dots)]
        yield ".".join([*above, name])


def _with_folders(runtime: Mapping[str, str], name: str) -> Iterator[str]:
    """Yield the paths of a module, or of a folder, and of the folders around it."""
    parts = name.split(".") if name else []
    if (module := "/".join(parts) + ".py") in runtime:
        yield module
    for depth in range(len(parts) + 1):
        if (face := "/".join([*parts[:depth], "__init__.py"])) in runtime:
            yield face
