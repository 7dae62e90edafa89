"""Header ``Link`` of responses (RFC 8288), which leads to the next page."""

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
        declared = (one for status, one in responses if status.startswith("2"))
        successes = (self.document.follow(one, "")[0] for one in declared)
        return any(name.lower() == "link" for one in successes for name in one.get("headers", ()))

    @cached_property
    def anywhere(self) -> bool:
        """Whether any GET does."""
        sources = self.document.operations()
        return any(self.declared_by(one.node) for one in sources if one.key == "get")
