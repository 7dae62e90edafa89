"""Documents in another order: the same API, with every key and every array shuffled."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from specmill.config import load
from specmill.pipeline.generation import generate

_VALUES = {"default", "example", "examples", "const", "value", "extensions"}
"""Keywords whose value is data, in which order may mean something."""
_IN_TURN = {"prefixItems", "parameterOrder", "enumDescriptions", "enumDeprecated"}
"""Arrays whose order says something."""
_NAMES = {"properties", "patternProperties", "schemas", "definitions", "responses", "parameters"}
"""Keywords whose value has names for keys."""


def shuffled(tree: Any, random: Random, keyword: str = "") -> Any:
    """Return a document in another order; lists that stand beside each other stay side by side."""
    if isinstance(tree, list):
        items = [shuffled(one, random) for one in tree]
        return items if keyword in _IN_TURN else random.sample(items, len(items))
    if not isinstance(tree, dict):
        return tree
    keys = random.sample(sorted(tree), len(tree))
    return {key: _member(tree, key, random, keyword) for key in keys}


def _member(tree: dict[str, Any], key: str, random: Random, around: str) -> Any:
    value = tree[key]
    is_name = around in _NAMES
    if not is_name and (key in _VALUES or key.startswith("x-")):
        return value
    beside = any(one.startswith("x-") and isinstance(tree[one], list) for one in tree)
    if key == "enum" and (beside or not _IN_TURN.isdisjoint(tree)):
        return value
    return shuffled(value, random, "" if is_name else key)


def regenerated(folder: Path, source: Path, seed: int = 1) -> tuple[list[str], int]:
    """Generate in a workspace, shuffle the source of its API and generate again.

    Returns:
        The files that the second run changed, the lock aside, and the number of all files.
    """
    workspace = load(folder / "specmill.toml")
    first = generate(workspace)
    assert first.changes is not None
    tree = json.loads(source.read_bytes())
    source.write_text(json.dumps(shuffled(tree, Random(seed))), encoding="utf-8")
    second = generate(workspace)
    assert second.changes is not None, "the source is another"
    changed = {*second.changes.written, *second.changes.removed} - {"specmill.lock"}
    return sorted(changed), len(first.changes.written)
