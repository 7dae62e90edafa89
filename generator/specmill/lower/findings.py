"""What the model cannot say: told as findings, so that nothing is dropped in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.pointers import escape
from specmill.lower.media_types import preferred
from specmill.lower.operations import source_operations
from specmill.model.api import Credential, CredentialKind, ParameterPlace


def report_unsaid(document: Document, report: Report) -> None:
    """Report request media types that clients do not send."""
    others = Counter(_other_media_types(document))
    for media_type, count in others.items():
        report.warn(
            f"{count} request bodies may also be sent as {media_type}; clients send another type",
            location=document.locate(""),
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


def _other_media_types(document: Document) -> Iterator[str]:
    for source in source_operations(document.root):
        body: Any = source.node.get("requestBody", {})
        while "$ref" in body:
            body = document.resolve(body["$ref"])
        content = body.get("content", {})
        if len(content) > 1:
            chosen = preferred(content)
            yield from (media_type for media_type in content if media_type != chosen)
