"""Parts that operations share, so that each stands once for the API: errors, security."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from specmill.lower.security import Requirement, SecuredOperations
from specmill.model.credentials import Credential
from specmill.model.models import Docs
from specmill.model.operations import Operation, Response
from specmill.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class SharedParts:
    """What stands once, and the operations without it."""

    errors: tuple[Response, ...]
    security: Requirement
    credentials: tuple[Credential, ...]
    operations: list[Operation]


def shared_parts(secured: SecuredOperations) -> SharedParts:
    """Take out of the operations what stands once for the API."""
    errors = _common_errors(secured.operations)
    own = [_without_common(one, errors, secured.requirement) for one in secured.operations]
    return SharedParts(errors, secured.requirement, secured.credentials, own)


def _common_errors(operations: Iterable[Operation]) -> tuple[Response, ...]:
    """Return the error responses of all operations that declare any, so that they stand once."""
    declaring = [operation for operation in operations if operation.errors]
    counts = Counter(
        (error.status, error.kind, error.media_type, error.type)
        for operation in declaring
        for error in operation.errors
    )
    shared = {identity for identity, count in counts.items() if count == len(declaring)}
    first = declaring[0].errors if declaring else ()
    return tuple(
        replace(error, docs=_docs_of_all(error.status, declaring))
        for error in first
        if (error.status, error.kind, error.media_type, error.type) in shared
    )


def _docs_of_all(status: str, operations: Iterable[Operation]) -> Docs:
    """Return what all operations say of an error; nothing where they differ."""
    errors = (error for operation in operations for error in operation.errors)
    told = {error.docs for error in errors if error.status == status}
    return told.pop() if len(told) == 1 else Docs()


def _without_common(
    operation: Operation, errors: tuple[Response, ...], security: Requirement
) -> Operation:
    """Drop what stands once for the API; an operation's own requirement stays where it differs."""
    known = {(error.status, error.type) for error in errors}
    own = tuple(error for error in operation.errors if (error.status, error.type) not in known)
    its = None if operation.security == security else operation.security
    if (own, its) == (operation.errors, operation.security):
        return operation
    return replace(operation, errors=own, security=its)
