"""Modules of a package that are not generated: those of its folder ``_custom``."""

from __future__ import annotations

from pathlib import Path

from specmill.config import ApiConfig, TargetConfig
from specmill.diagnostics import Location, fail
from specmill.pipeline.lock import OWN_CODE, located, own_code


def own_modules(root: Path, api: ApiConfig, target: TargetConfig) -> dict[str, str]:
    """Read the modules of a package's ``_custom``: path from there to text.

    Raises:
        SpecmillError: One is no text in UTF-8.
    """
    found: dict[str, str] = {}
    for path in own_code(root, api, target):
        try:
            text = located(root, path).read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise fail("not UTF-8", location=Location(path)) from error
        found[path.rpartition(f"/{OWN_CODE}/")[2]] = text
    return found
