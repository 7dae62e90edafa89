"""Parameters that something else sets: ignored headers (OpenAPI 3.1, 4.8.12.1) and API keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.lower.operations.parameters import constant_header
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
    keys: Mapping[str, tuple[str, str]]
    """Place and name of the API key of each other scheme that has one."""
    document: Document

    @classmethod
    def of(cls, document: Document) -> IgnoredHeaders:
        """Look at the security schemes of a document."""
        schemes = document.root.get("components", {}).get("securitySchemes", {})
        sent = frozenset(name for name, scheme in schemes.items() if _sends(scheme))
        keys = {name: _place(one) for name, one in schemes.items() if one.get("type") == "apiKey"}
        return cls(document.root.get("security", ()), sent, keys, document)

    def ignores(self, parameter: Mapping[str, Any], operation: Mapping[str, Any]) -> bool:
        """Tell whether a parameter of an operation is ignored."""
        if parameter["in"] != "header":
            return False
        return self.says_media_type(parameter) or self.says_credentials(parameter, operation)

    def says_media_type(self, parameter: Mapping[str, Any]) -> bool:
        """Tell whether a parameter is a header that the media types of its operation set."""
        is_header = parameter["in"] == "header" and parameter["name"].lower() in _MEDIA_TYPE_HEADERS
        return is_header and constant_header(parameter, self.document) is None

    def says_credentials(self, parameter: Mapping[str, Any], operation: Mapping[str, Any]) -> bool:
        """Tell whether a parameter is the header that a security scheme of its operation sends."""
        if parameter["in"] != "header" or parameter["name"].lower() != _CREDENTIALS:
            return False
        return any(map(self._are_sent, operation.get("security", self.requirement)))

    def is_key(self, parameter: Mapping[str, Any], operation: Mapping[str, Any]) -> bool:
        """Tell whether a parameter is the API key that a security scheme of its operation sends.

        It stays an argument, which beats the credential, and no call needs to give it.
        """
        place = _place(parameter)
        if place not in self.keys.values():
            return False
        requirements = operation.get("security", self.requirement)
        return any(self.keys.get(scheme) == place for one in requirements for scheme in one)

    def _are_sent(self, requirement: Mapping[str, Any]) -> bool:
        return not self.schemes.isdisjoint(requirement)


def report_ignored_headers(document: Document, report: Report) -> None:
    """Report the parameters that are ignored, those of components once."""
    ignored = IgnoredHeaders.of(document)
    seen: set[str] = set()
    for parameter, place, operation in _headers(document):
        if place in seen or not ignored.ignores(parameter, operation):
            continue
        seen.add(place)
        told = f"the header parameter {parameter['name']!r} is ignored: "
        at, hint = document.locate(place), "drop it; a call may set any header by its options"
        if ignored.says_media_type(parameter):
            told += "the media types of the operation set it"
            report.warn(told, location=at, hint=hint, code="media-type-header")
        else:
            told += "the credentials of the operation set it"
            report.warn(told, location=at, hint=hint, code="credential-header")


def _headers(document: Document) -> Iterator[tuple[Mapping[str, Any], str, Mapping[str, Any]]]:
    """Yield each header parameter with its pointer and its operation."""
    for source in document.operations():
        for holder, pointer in source.holders():
            for index, node in enumerate(holder.get("parameters", ())):
                parameter, place = document.follow(node, "")
                if parameter["in"] == "header":
                    yield parameter, place or f"{pointer}/parameters/{index}", source.node


def _place(node: Mapping[str, Any]) -> tuple[str, str]:
    """Return where a parameter or an API key travels, and its name; headers know no case."""
    place, name = str(node.get("in", "")), str(node.get("name", ""))
    return place, name.lower() if place == "header" else name


def _sends(scheme: Mapping[str, Any]) -> bool:
    if scheme.get("type") == "apiKey":
        return scheme.get("in") == "header" and str(scheme.get("name", "")).lower() == _CREDENTIALS
    return scheme.get("type") != "mutualTLS"
