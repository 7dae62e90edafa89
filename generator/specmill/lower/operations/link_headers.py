"""Responses whose header ``Link`` says where a list goes on (RFC 8288)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from specmill.document.document import Document
from specmill.values import dataclass


@dataclass(frozen=True)
class LinkHeaders:
    """What one document declares of them."""

    document: Document

    def declared_by(self, operation: Mapping[str, Any]) -> bool:
        """Tell whether a successful response of an operation has the header."""
        responses = operation.get("responses", {}).items()
        successes = (self._resolved(one) for status, one in responses if status.startswith("2"))
        return any(name.lower() == "link" for one in successes for name in one.get("headers", ()))

    def _resolved(self, response: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in response:
            response = self.document.resolve(response["$ref"])
        return response

    @cached_property
    def anywhere(self) -> bool:
        """Whether any GET does."""
        items = self.document.root.get("paths", {}).values()
        return any(self.declared_by(item["get"]) for item in items if "get" in item)
