"""Which modules of the runtime a package needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_IMPORTED = re.compile(r"""^\s*from \.(\w+) import |["']\.(\w+):""", re.MULTILINE)
"""Imports of one module of the runtime by another, also late ones by reference."""


def needed_modules(
    runtime: Mapping[str, str], package: Iterable[str], folder: str
) -> dict[str, str]:
    """Return the files of the runtime without the modules that a package never imports.

    Args:
        runtime: Path to text of every file of the runtime.
        package: The texts of the package's own modules.
        folder: Name of the package's folder that holds the runtime.
    """
    mention = re.compile(rf"{re.escape(folder)}\.(\w+)")  # a literal start is found fastest
    pending = {"__init__", *(name for text in package for name in mention.findall(text))}
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if f"{name}.py" in runtime and name not in found:
            found.add(name)
            matches = _IMPORTED.findall(runtime[f"{name}.py"])
            pending.update(name for match in matches for name in match if name)
    return {
        path: text
        for path, text in runtime.items()
        if not path.endswith(".py") or path.removesuffix(".py") in found
    }
