"""Specs of the cases of rules: a base, and what each case has beside it.

A case may name another base (``base: swagger``), or one for each side (``bases: [swagger, base]``).
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

RULES = Path(__file__).with_name("rules")


@dataclass(frozen=True, slots=True)
class Case:
    """Two specs that differ in what a rule is about."""

    rule: str
    old: dict[str, Any]
    new: dict[str, Any]
    settings: dict[str, str]
    """Packages and clients, where those differ."""
    absent: str
    """Why no two specs show the rule; empty if they do."""

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write both specs."""
        paths = folder / "old.json", folder / "new.json"
        for path, spec in zip(paths, (self.old, self.new), strict=True):
            path.write_text(json.dumps(spec, indent=1))
        return paths


@cache
def cases() -> dict[str, Case]:
    """Return the cases by rule; a rule may have more, with a word behind a dot."""
    parts = ("client", "calls", "models", "more", "travel", "families")
    return {name: case for part in parts for name, case in _table(part)}


@cache
def silent() -> dict[str, Case]:
    """Return the cases of which nothing is said, by what differs."""
    return dict(_table("silent"))


def _table(part: str) -> Iterator[tuple[str, Case]]:
    for name, told in yaml.safe_load((RULES / f"{part}.yaml").read_text()).items():
        bases = told.get("bases", [told.get("base", "base")] * 2)
        old, new = (
            patched(_base(base), told.get(side, {}))
            for base, side in zip(bases, ("old", "new"), strict=True)
        )
        rule = name.partition(".")[0]
        yield name, Case(rule, old, new, told.get("settings", {}), told.get("absent", ""))


@cache
def _base(name: str) -> dict[str, Any]:
    base: dict[str, Any] = yaml.safe_load((RULES / f"{name}.yaml").read_text())
    return base


def patched(tree: Any, patch: Any) -> Any:
    """Apply a JSON Merge Patch (RFC 7396)."""
    if not isinstance(patch, dict):
        return copy.deepcopy(patch)
    result = copy.deepcopy(tree) if isinstance(tree, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = patched(result.get(key), value)
    return result
