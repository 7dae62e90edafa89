"""Prints the bytes that distributions take when installed: alone, and with all they require.

Takes names of distributions; what cannot be imported here, extras included, is not required.
"""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path


def _bytes(found: Distribution) -> int:
    """Size of the files that were installed; bytecode, which Python makes, does not count."""
    files = (Path(str(found.locate_file(file))) for file in found.files or ())
    return sum(file.stat().st_size for file in files if file.is_file() and file.suffix != ".pyc")


def _with_required(names: list[str]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    while names:
        name = re.sub(r"[-_.]+", "-", names.pop()).lower()
        if name in sizes:
            continue
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        sizes[name] = _bytes(found)
        needed = (one for one in found.requires or () if "extra ==" not in one)
        names += (re.split(r"[^\w.-]", one)[0] for one in needed)
    return sizes


given = sys.argv[1:]
print(
    json.dumps(
        {
            "alone": sum(_bytes(distribution(name)) for name in given),
            "all": sum(_with_required([*given]).values()),
        }
    )
)
