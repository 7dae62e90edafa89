"""How generation grows with the spec: one spec once, twice, four and eight times in a document."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import generation

COPIES = (1, 2, 4, 8)
_REFERENCE = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Growth:
    """One document of several copies."""

    copies: int
    cpu_seconds: float
    lines: int
    peak: int


def grown(source: Path, folder: Path) -> Iterator[Growth]:
    """Generate copies of a spec side by side; each copy has its own paths, schemas and ids."""
    root = json.loads(source.read_bytes())
    for copies in COPIES:
        path = folder / f"copies_{copies}.json"
        path.write_text(json.dumps(multiplied(root, copies)), encoding="utf-8")
        made = generation.generate(path, folder / "packages", formatter="none")
        yield Growth(copies, made.cpu_seconds, made.lines, made.peak)


def multiplied(root: dict[str, Any], copies: int) -> dict[str, Any]:
    """Return a document that has everything of another one so many times.

    Args:
        root: OpenAPI 3, whose operations have ids.
        copies: How often; the first copy keeps its names.
    """
    made = copy.deepcopy(root)
    for number in range(1, copies):
        other = _renamed(root, number)
        schemas = other.get("components", {}).get("schemas", {})
        made["components"]["schemas"].update(
            {f"{name}Copy{number}": schema for name, schema in schemas.items()}
        )
        for path, item in other["paths"].items():
            made["paths"][f"/copy{number}{path}"] = item
    return made


def _renamed(node: Any, number: int) -> Any:
    """Copy a tree with the references, operationIds and tags of another copy."""
    if isinstance(node, list):
        return [_renamed(item, number) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: _renamed(item, number) for key, item in node.items()}
    reference = made.get("$ref")
    if isinstance(reference, str) and reference.startswith(_REFERENCE):
        made["$ref"] = re.sub(r"\Z", f"Copy{number}", reference)
    mapping = made.get("discriminator")
    if isinstance(mapping, dict) and isinstance(mapping.get("mapping"), dict):
        mapping["mapping"] = {
            value: f"{target}Copy{number}" if target.startswith(_REFERENCE) else target
            for value, target in mapping["mapping"].items()
        }
    if isinstance(made.get("operationId"), str):
        made["operationId"] += f"Copy{number}"
        made["tags"] = [f"{tag} copy{number}" for tag in made.get("tags", ())]
    return made
