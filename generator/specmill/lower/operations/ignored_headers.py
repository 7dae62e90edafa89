"""Header parameters that are ignored (OpenAPI 3.1, 4.8.12.1): something else sets the header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.operations import source_operations
from specmill.lower.operations.parameters import is_constant
from specmill.values import dataclass

_MEDIA_TYPE_HEADERS = frozenset({"accept", "content-type"})
_CREDENTIALS = "authorization"


@dataclass(frozen=True, slots=True)
class IgnoredHeaders:
    """Tells which header parameters of a document are ignored.

    ``Authorization`` is where the operation has a security scheme that sends it. Without one it is
    an argument: frameworks declare it so, and there is no other way to log in.
    """

    requirement: Any
    """Of operations that have none of their own."""
    schemes: frozenset[str]
    """Security schemes that send ``Authorization``."""

    @classmethod
    def of(cls, document: Document) -> IgnoredHeaders:
        """Look at the security schemes of a document."""
        schemes = document.root.get("components", {}).get("securitySchemes", {})
        sent = frozenset(name for name, scheme in schemes.items() if _sends(scheme))
        return cls(document.root.get("security", ()), sent)

    def code(self, parameter: Mapping[str, Any], operation: Mapping[str, Any]) -> str:
        """Return the code of the finding on a parameter that is ignored; empty for any other."""
        name = parameter["name"].lower() if parameter["in"] == "header" else ""
        if name in _MEDIA_TYPE_HEADERS:
            return "" if is_constant(parameter) else "media-type-header"
        if name == _CREDENTIALS:
            alternatives = operation.get("security", self.requirement)
            return "credential-header" if any(map(self._are_sent, alternatives)) else ""
        return ""

    def _are_sent(self, requirement: Mapping[str, Any]) -> bool:
        return not self.schemes.isdisjoint(requirement)


def report_ignored_headers(document: Document, report: Report) -> None:
    """Report the parameters that are ignored, those of components once."""
    for name, place, code in _found(document):
        report.warn(
            f"the header parameter {name!r} is ignored: {_REASONS[code]}",
            location=document.locate(place),
            hint="drop it; a call may set any header by its options",
            code=code,
        )


_REASONS = {
    "media-type-header": "the media types of the operation set it",
    "credential-header": "the credentials of the operation set it",
}


def _found(document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield name, pointer and code."""
    ignored = IgnoredHeaders.of(document)
    seen = set()
    for source in source_operations(document.root):
        for holder, pointer in source.holders():
            for index, node in enumerate(holder.get("parameters", ())):
                parameter, place = document.follow(node, f"{pointer}/parameters/{index}")
                code = ignored.code(parameter, source.node)
                if code and place not in seen:
                    seen.add(place)
                    yield parameter["name"], place, code


def _sends(scheme: Mapping[str, Any]) -> bool:
    if scheme.get("type") == "apiKey":
        return scheme.get("in") == "header" and str(scheme.get("name", "")).lower() == _CREDENTIALS
    return scheme.get("type") != "mutualTLS"
