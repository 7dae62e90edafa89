"""Parts of a document that do not reach the model, and why.

What a repair took out is no omission, and stands elsewhere (``x-specmill-repaired``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.document.operations import source_operations
from specmill.document.shapes import EXTRA
from specmill.model.api import Skipped
from specmill.model.parameters import ParameterPlace

_PLACES = frozenset(ParameterPlace)
_NO_PLACE = "clients send no parameter in {!r}"


def skipped(root: Mapping[str, Any]) -> Iterator[Skipped]:
    """Yield what is left out: hidden operations, and what OpenAPI 3.2 has beyond 3.1."""
    for source in source_operations(root):
        if "x-specmill-skip" in source.node:
            yield Skipped(source.id, str(source.node["x-specmill-skip"]), source.pointer)
        for parameter in _extra(source.node).get("parameters", ()):
            if "$ref" in parameter or parameter.get("in") in _PLACES:
                continue  # a repair has set it aside, and told so
            name = f"parameter {parameter.get('name')} of {source.id}"
            yield Skipped(name, _NO_PLACE.format(parameter.get("in")), source.pointer)


def _extra(node: Mapping[str, Any]) -> Mapping[str, Any]:
    extra: Mapping[str, Any] = node.get(EXTRA, {})
    return extra
