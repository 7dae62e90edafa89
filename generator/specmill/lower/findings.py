"""What the model cannot say: told as findings, so that nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.pointers import escape
from specmill.lower.operations.headers import is_constant
from specmill.lower.operations.operations import says_media_type, source_operations
from specmill.lower.operations.references import resolved
from specmill.model.credentials import Credential, CredentialKind
from specmill.model.operations import ParameterPlace


def report_unsaid(document: Document, report: Report) -> None:
    """Report parameters that say what media types say."""
    for name, place in _media_type_headers(document):
        report.warn(
            f"the header parameter {name!r} is no argument: media types say what it says",
            location=document.locate(place),
            hint="drop it; a call may set any header by its options",
            code="media-type-header",
        )


def report_security(document: Document, credentials: Iterable[Credential], report: Report) -> None:
    """Report schemes that clients do not know, and those that one header cannot hold together."""
    by_scheme = {one.scheme: one for one in credentials}
    for name, credential in by_scheme.items():
        if credential.kind is CredentialKind.OTHER:
            report.warn(
                f"the security scheme {name!r} is HTTP {credential.http_scheme}, which clients do "
                "not know",
                location=document.locate(f"/components/securitySchemes/{escape(name)}"),
                hint="callers give `auth=`, such as httpx2.DigestAuth(…) for Digest",
            )
    holders: list[tuple[str, Mapping[str, Any]]] = [("", document.root)]
    holders += [(one.pointer, one.node) for one in source_operations(document.root)]
    told = set[tuple[str, ...]]()
    for pointer, holder in holders:
        for index, requirement in enumerate(holder.get("security", ())):
            rivals = tuple(name for name in requirement if _is_authorization(by_scheme.get(name)))
            if len(rivals) > 1 and rivals not in told:
                told.add(rivals)
                report.warn(
                    f"{' and '.join(map(repr, rivals))} travel in one header; "
                    "only the first that a caller has is sent",
                    location=document.locate(f"{pointer}/security/{index}"),
                )


def _is_authorization(credential: Credential | None) -> bool:
    """Tell whether a scheme travels in the header Authorization."""
    if credential is None or credential.kind is CredentialKind.CERTIFICATE:
        return False
    in_header = credential.place is ParameterPlace.HEADER
    return in_header and credential.wire.lower() == "authorization"


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
