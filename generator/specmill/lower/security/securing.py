"""Security of operations: the credentials of an API, who needs which, and what is a secret."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.document.pointers import escape
from specmill.lower.security.logins import with_logins
from specmill.lower.security.secrets import hide_secrets, with_secrets
from specmill.lower.security.security import (
    Requirement,
    lower_credentials,
    lower_granted,
    lower_requirement,
    lower_scopes,
)
from specmill.model.credentials import Credential, CredentialKind
from specmill.model.models import Model
from specmill.model.operations import Operation
from specmill.model.parameters import ParameterPlace
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class SecuredOperations:
    """The operations with what each needs, and what most of them need."""

    operations: list[Operation]
    credentials: tuple[Credential, ...]
    requirement: Requirement


def secure(
    operations: Iterable[Operation], models: dict[str, Model], document: Document, report: Report
) -> SecuredOperations:
    """Tell operations which credentials they need, and keep secrets out of what is shown.

    Args:
        operations: All of the API.
        models: Those that the operations use; fields that hold secrets are marked.
        document: Its security schemes are the credentials.
        report: Takes findings on schemes that clients cannot use.

    Raises:
        SpecmillError: What a scheme says of its login cannot be done.
    """
    credentials = with_logins(lower_credentials(document.root), document)
    report_security(document, credentials, report)
    found = list(operations)
    hide_secrets(models, found, credentials)
    declared = document.root.get("security")
    found = _with_requirements(with_secrets(models, found), declared, credentials)
    common = _common_security(found) if found else lower_requirement(declared)
    return SecuredOperations(found, credentials, common)


def _with_requirements(
    operations: list[Operation], declared: Any, credentials: Iterable[Credential]
) -> list[Operation]:
    """Give the API's requirement to operations without their own; a login needs none."""
    logins = {one.login.operation for one in credentials if one.login is not None}
    fetched = any(one.is_fetched for one in credentials)
    return [
        _with_requirement(one, () if one.id in logins else declared, fetched=fetched)
        for one in operations
    ]


def _with_requirement(operation: Operation, inherited: Any, *, fetched: bool) -> Operation:
    if operation.security is None:
        operation = replace(
            operation,
            security=lower_requirement(inherited),
            scopes=lower_scopes(inherited),
            granted=lower_granted(inherited),
        )
    return operation if fetched or not operation.granted else replace(operation, granted=())


def _common_security(operations: list[Operation]) -> Requirement:
    """Return the requirement of most operations, so that it stands once; None where the spec says
    nothing of some.
    """
    counts = Counter(operation.security for operation in operations)
    return None if None in counts else counts.most_common(1)[0][0]


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
    holders += [(one.pointer, one.node) for one in document.operations()]
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
