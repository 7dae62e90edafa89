"""What the model cannot say: told as findings, so that nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.lower.constant_headers import is_constant
from specmill.lower.operations import says_media_type, source_operations
from specmill.lower.references import resolved


def report_unsaid(document: Document, report: Report) -> None:
    """Report parameters that say what media types say, and security schemes clients cannot use."""
    for name, place in _media_type_headers(document):
        report.warn(
            f"the header parameter {name!r} is no argument: media types say what it says",
            location=document.locate(place),
            hint="drop it; a call may set any header by its options",
            code="media-type-header",
        )
    schemes = document.root.get("components", {}).get("securitySchemes", {})
    for name, scheme in schemes.items():
        if scheme.get("type") == "mutualTLS":
            report.warn(
                f"the security scheme {name!r} needs a client certificate",
                location=document.locate(f"/components/securitySchemes/{name}"),
                hint="give the client a transport with one",
            )


def _media_type_headers(document: Document) -> Iterator[tuple[str, str]]:
    """Yield name and pointer of parameters that clients ignore, those of components once."""
    seen = set()
    for source in source_operations(document.root):
        for holder, pointer in (
            (source.item, source.pointer.rpartition("/")[0]),
            (source.node, source.pointer),
        ):
            for index, node in enumerate(holder.get("parameters", ())):
                parameter, place = resolved(document, node, f"{pointer}/parameters/{index}")
                if says_media_type(parameter) and not is_constant(parameter) and place not in seen:
                    seen.add(place)
                    yield parameter["name"], place
