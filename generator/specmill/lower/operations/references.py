"""References between parts of an operation: parameters, bodies, responses, path items."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmill.document.document import Document


def resolved(
    document: Document, node: Mapping[str, Any], pointer: str
) -> tuple[Mapping[str, Any], str]:
    """Follow ``$ref`` to the end; return the node and its pointer."""
    while "$ref" in node:
        pointer = str(node["$ref"]).removeprefix("#")
        node = document.resolve(node["$ref"])
    return node, pointer
