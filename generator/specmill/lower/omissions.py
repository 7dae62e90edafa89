"""Parts of a document that the model leaves out, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.document.operations import source_operations
from specmill.model.api import Skipped

_NO_PLACE = "OpenAPI 3.1, the normal form, has no such place of a parameter"


def skipped(root: Mapping[str, Any]) -> Iterator[Skipped]:
    """Yield what is left out: hidden operations, and what OpenAPI 3.2 has beyond 3.1."""
    for source in source_operations(root):
        if "x-specmill-skip" in source.node:
            yield Skipped(source.id, str(source.node["x-specmill-skip"]), source.pointer)
        for parameter in _extra(source.node).get("parameters", ()):
            name = f"parameter {parameter.get('name')} of {source.id}"
            yield Skipped(name, _NO_PLACE, source.pointer)


def _extra(node: Mapping[str, Any]) -> Mapping[str, Any]:
    extra: Mapping[str, Any] = node.get("x-specmill-extra", {})
    return extra
