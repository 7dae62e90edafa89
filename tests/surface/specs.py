"""Specs of the cases of rules: a base, and what each case has beside it."""

from __future__ import annotations

import copy
import json
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
    base = yaml.safe_load((RULES / "base.yaml").read_text())
    found = {}
    for part in ("client", "calls", "models", "more"):
        for name, told in yaml.safe_load((RULES / f"{part}.yaml").read_text()).items():
            rule = name.partition(".")[0]
            old, new = (patched(base, told.get(side, {})) for side in ("old", "new"))
            found[name] = Case(rule, old, new, told.get("settings", {}), told.get("absent", ""))
    return found


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
