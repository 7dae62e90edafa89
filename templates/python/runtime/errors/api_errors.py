"""Exceptions that a call can raise.

No message or repr holds a secret of the caller, even where the server repeats it; ``body``,
``headers`` and ``content`` are what the server sent, unchanged.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..lazy import load_reference

if TYPE_CHECKING:
    from .rpc_status import ErrorDetail, RpcStatus


class ApiError(Exception):
    """A call failed. This is the base class of all errors of this package."""

    def __init__(
        self,
        message: str,
        *,
        operation_id: str = "",
        method: str = "",
        url: str = "",
        status_code: int | None = None,
        request_id: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.operation_id = operation_id
        self.method = method
        self.url = url
        """Address of the request, secrets redacted."""
        self.status_code = status_code
        self.request_id = request_id
        """Id that the server gave to the request, for its support."""


class _ExplainedError(ApiError):
    """An error that the server may have explained."""

    body: Any = None
    """Body of the error, with its type in the spec; otherwise JSON or text."""

    @cached_property
    def rpc_status(self) -> RpcStatus | None:
        """The body as google.rpc.Status; None if it has another format."""
        status: RpcStatus | None
        status = load_reference(__package__ or "", ".rpc_status:rpc_status_in")(self.body)
        return status

    @property
    def details(self) -> tuple[ErrorDetail, ...]:
        """Typed details of a google.rpc.Status, such as ErrorInfo or BadRequest."""
        return () if self.rpc_status is None else self.rpc_status.details

    @property
    def reason(self) -> str:
        """Reason for programs, such as ``SERVICE_DISABLED``; empty if the API sends none."""
        return "" if self.rpc_status is None else self.rpc_status.reason


class ConfigurationError(ApiError):
    """The client lacks a setting for the call, such as a base URL."""


class CredentialsError(ApiError):
    """Credentials are missing or could not be refreshed; no request was sent."""


class UnacceptableMediaError(ApiError, ValueError):
    """The API does not accept the type, the size or the kind of upload of the media."""


class DownloadError(ApiError):
    """The downloaded media has changed meanwhile, or its checksum is wrong."""


class PaginationError(ApiError):
    """The next page is one that was already read, so the list would never end."""


class BatchError(ApiError):
    """A call cannot be in a batch, or the response of the batch has no result for it."""


class OperationError(_ExplainedError):
    """A long-running operation has failed or was cancelled."""

    def __init__(
        self,
        message: str,
        *,
        code: int | str | None = None,
        server_message: str = "",
        body: Any = None,
        **context: Any,
    ) -> None:
        super().__init__(message, **context)
        self.code = code
        """``google.rpc.Code``, such as 5 for NOT_FOUND, or a code of the API."""
        self.server_message = server_message
        self.body = body
        """The error of the operation, with its type in the spec."""


class OperationTimeoutError(ApiError):
    """The time to wait for a long-running operation is over; the server continues to work."""


class TransportError(ApiError):
    """There was no complete response."""


class ConnectionFailedError(TransportError):
    """The connection could not be made, or broke."""


class TimedOutError(TransportError):
    """The server, or the connection pool, took longer than the timeout."""


class DecodeError(ApiError):
    """The response does not have the declared type or format."""

    def __init__(
        self,
        message: str,
        *,
        content: bytes = b"",
        headers: Mapping[str, str] | None = None,
        **context: Any,
    ) -> None:
        super().__init__(message, **context)
        self.content = content
        """The body as it was received; empty if there was none."""
        self.headers: Mapping[str, str] = {} if headers is None else headers


class StreamError(_ExplainedError):
    """A stream ended with an error."""

    def __init__(self, message: str, *, body: Any = None, **context: Any) -> None:
        super().__init__(message, **context)
        self.body = body
        """The error, with its type in the spec."""


class StatusError(_ExplainedError):
    """A response with a status that is not a success."""

    def __init__(
        self,
        message: str,
        *,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        retry_after: float | None = None,
        code: str = "",
        server_message: str = "",
        **context: Any,
    ) -> None:
        super().__init__(message, **context)
        self.body = body
        """Body of the error, with its type in the spec; otherwise JSON, text or bytes."""
        self.code = code
        """Error code of the API, such as ``QueueIsInUse``; empty if the response has none."""
        self.server_message = server_message
        """Message of the server for people; empty if there is none."""
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.retry_after = retry_after
        """Seconds that the server asks to wait; None if it does not ask."""


class ClientError(StatusError):
    """A status from 400 to 499: there is a mistake in the request."""


class BadRequestError(ClientError):
    """Status 400."""


class AuthenticationError(ClientError):
    """Credentials are missing, wrong or expired: status 401, or another status of the API."""


class LoginError(AuthenticationError):
    """The server refuses the login: user or password is wrong."""


class PermissionDeniedError(ClientError):
    """Status 403."""


class NotFoundError(ClientError):
    """Status 404."""


class ConflictError(ClientError):
    """Status 409."""


class GoneError(ClientError):
    """Status 410."""


class UnprocessableError(ClientError):
    """Status 422."""


class RateLimitError(ClientError):
    """Status 429: too many requests."""


class ServerError(StatusError):
    """A status from 500 to 599: the server failed."""


_BY_STATUS: Mapping[int, type[StatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    410: GoneError,
    422: UnprocessableError,
    429: RateLimitError,
}


def status_error_class(status_code: int) -> type[StatusError]:
    """Return the most exact error class for a status code."""
    exact = _BY_STATUS.get(status_code)
    if exact is not None:
        return exact
    if 400 <= status_code < 500:
        return ClientError
    return ServerError if 500 <= status_code < 600 else StatusError
