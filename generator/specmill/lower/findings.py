"""What the model cannot say: told as findings, so that nothing is dropped in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.lower.media_types import preferred
from specmill.lower.operations import source_operations


def report_unsaid(document: Document, report: Report) -> None:
    """Report request media types that clients do not send and security schemes they cannot use."""
    others = Counter(_other_media_types(document))
    for media_type, count in others.items():
        report.warn(
            f"{count} request bodies may also be sent as {media_type}; clients send another type",
            location=document.locate(""),
        )
    schemes = document.root.get("components", {}).get("securitySchemes", {})
    for name, scheme in schemes.items():
        if scheme.get("type") == "mutualTLS":
            report.warn(
                f"the security scheme {name!r} needs a client certificate",
                location=document.locate(f"/components/securitySchemes/{name}"),
                hint="give the client a transport with one",
            )


def _other_media_types(document: Document) -> Iterator[str]:
    for source in source_operations(document.root):
        body: Any = source.node.get("requestBody", {})
        while "$ref" in body:
            body = document.resolve(body["$ref"])
        content = body.get("content", {})
        if len(content) > 1:
            chosen = preferred(content)
            yield from (media_type for media_type in content if media_type != chosen)
