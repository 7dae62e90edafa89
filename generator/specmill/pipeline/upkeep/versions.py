"""Versions of packages: the next one, by what changed."""

from __future__ import annotations

import re

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)(.*)", re.DOTALL)


def next_version(version: str, step: str) -> str:
    """Return the next version by Semantic Versioning.

    Before 1.0 a breaking change is a step of the second number and any other one of the third, as
    ``^0.2`` and ``~=0.2.0`` mean it. A version of another form stays as it is.

    Args:
        version: The version so far.
        step: ``major``, ``minor``, ``patch`` or ``none``.
    """
    match = _VERSION.fullmatch(version)
    if match is None or step == "none":
        return version
    major, minor, patch = int(match[1]), int(match[2]), int(match[3])
    if match[4]:  # a pre-release is before the release of the same numbers
        return f"{major}.{minor}.{patch}"
    if major == 0:
        step = {"major": "minor"}.get(step, "patch")
    if step == "major":
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if step == "minor" else f"{major}.{minor}.{patch + 1}"
