"""Operations that answer a list, told from the schemas of their responses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmill.document.document import Document
from specmill.document.operations import SourceOperation


def answers_list(operation: SourceOperation, document: Document) -> bool:
    """Tell whether the success of an operation carries a JSON array."""
    responses: Mapping[str, Any] = operation.node.get("responses", {})
    first = min((status for status in responses if status[:1] == "2"), default="")
    if not first:
        return False
    response, _ = document.follow(responses[first], "")
    content: Mapping[str, Mapping[str, Any]] = response.get("content", {})
    schema = next((one.get("schema") for name, one in content.items() if "json" in name), None)
    if not isinstance(schema, dict):
        return False
    resolved, _ = document.follow(schema, "")
    return isinstance(resolved, dict) and resolved.get("type") == "array"
