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
    """A call that failed; the root of all errors of this package."""

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
        """What the server calls this request, for its support."""


class _ExplainedError(ApiError):
    """An error that the server may have explained."""

    body: Any = None
    """What it says: typed where the API types it, else JSON or text."""

    @cached_property
    def rpc_status(self) -> RpcStatus | None:
        """The body as google.rpc.Status, None where the API has errors of another form."""
        status: RpcStatus | None
        status = load_reference(__package__ or "", ".rpc_status:rpc_status_in")(self.body)
        return status

    @property
    def details(self) -> tuple[ErrorDetail, ...]:
        """Typed details of a google.rpc.Status, such as ErrorInfo or BadRequest."""
        return () if self.rpc_status is None else self.rpc_status.details

    @property
    def reason(self) -> str:
        """Why, for programs, such as ``SERVICE_DISABLED``; empty where the API does not say."""
        return "" if self.rpc_status is None else self.rpc_status.reason


class ConfigurationError(ApiError):
    """The client lacks something to make the call, such as a base URL."""


class CredentialsError(ApiError):
    """Credentials are missing or could not be refreshed; no request was sent."""


class UnacceptableMediaError(ApiError, ValueError):
    """Media of a type or size, or sent in a way, that the API does not take."""


class DownloadError(ApiError):
    """What arrived is not what the server has: it changed meanwhile, or its checksum differs."""


class PaginationError(ApiError):
    """The server names a page that was already read, so the list would never end."""


class BatchError(ApiError):
    """A call that cannot be in a batch, or one that the answer to its batch says nothing of."""


class OperationError(_ExplainedError):
    """A long-running operation that was started and has failed, or was cancelled."""

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
        """``google.rpc.Code``, such as 5 for NOT_FOUND, or the API's own word."""
        self.server_message = server_message
        self.body = body
        """The error as the operation has it: typed where the API types it."""


class OperationTimeoutError(ApiError):
    """The time to wait for a long-running operation is over; the server goes on with it."""


class TransportError(ApiError):
    """No complete response came back."""


class ConnectionFailedError(TransportError):
    """The connection could not be made, or broke."""


class TimedOutError(TransportError):
    """The server, or the connection pool, took longer than the timeout."""


class DecodeError(ApiError):
    """A response that cannot be read as what the API promises."""

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
        """The body as it came; empty where nothing came."""
        self.headers: Mapping[str, str] = {} if headers is None else headers


class StreamError(_ExplainedError):
    """An answer that came in pieces, the last of which is an error."""

    def __init__(self, message: str, *, body: Any = None, **context: Any) -> None:
        super().__init__(message, **context)
        self.body = body
        """The error as it came: typed where the API types it."""


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
        """The error's body: typed where the API types it, else JSON or text, or bytes that are
        neither.
        """
        self.code = code
        """The API's own code, such as ``QueueIsInUse``; empty when the answer has none."""
        self.server_message = server_message
        """What the server says, for people; empty when it says nothing."""
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.retry_after = retry_after
        """Seconds that the server asks to wait, None when it does not."""


class ClientError(StatusError):
    """A status from 400 to 499: the request cannot be served as it is."""


class BadRequestError(ClientError):
    """Status 400."""


class AuthenticationError(ClientError):
    """Credentials are missing, wrong or expired: status 401, or what the API says for it."""


class LoginError(AuthenticationError):
    """The server refuses a login: it does not know the user, or the password is wrong."""


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
