"""Client of the Garden API, version v1."""

from __future__ import annotations

from ._runtime.lazy import TYPE_CHECKING, attach

if TYPE_CHECKING:
    from . import models
    from ._client import AsyncGarden, Garden
    from ._options import RequestOptions
    from ._runtime.auth.auth import AsyncToken, BasicAuth, BearerAuth, Token
    from ._runtime.auth.google import GoogleAuth
    from ._runtime.batch.async_client import AsyncBatch
    from ._runtime.batch.batching import Pending
    from ._runtime.batch.client import Batch
    from ._runtime.calls.responses import Response
    from ._runtime.data.omission import Omit, omit
    from ._runtime.errors.api_errors import (
        ApiError,
        AuthenticationError,
        BadRequestError,
        BatchError,
        ClientError,
        ConfigurationError,
        ConflictError,
        ConnectionFailedError,
        CredentialsError,
        DecodeError,
        GoneError,
        NotFoundError,
        OperationError,
        OperationTimeoutError,
        PaginationError,
        PermissionDeniedError,
        RateLimitError,
        ServerError,
        StatusError,
        StreamError,
        TimedOutError,
        TransportError,
        UnprocessableError,
    )
    from ._runtime.errors.rpc_status import (
        BadRequest,
        DebugInfo,
        ErrorDetail,
        ErrorInfo,
        Help,
        LocalizedMessage,
        PreconditionFailure,
        QuotaFailure,
        RequestInfo,
        ResourceInfo,
        RetryInfo,
        RpcStatus,
    )
    from ._runtime.operations.operations import AsyncLongRunningOperation, LongRunningOperation
    from ._runtime.pages.pages import AsyncPage, AsyncPages, Page

__version__ = "1"

# fmt: off
__all__ = [
    "AsyncGarden", "Garden",
    "RequestOptions",
    "AsyncToken", "BasicAuth", "BearerAuth", "Token",
    "GoogleAuth",
    "AsyncBatch",
    "Pending",
    "Batch",
    "Response",
    "Omit", "omit",
    "ApiError", "AuthenticationError", "BadRequestError", "BatchError", "ClientError",
    "ConfigurationError", "ConflictError", "ConnectionFailedError", "CredentialsError",
    "DecodeError", "GoneError", "NotFoundError", "OperationError", "OperationTimeoutError",
    "PaginationError", "PermissionDeniedError", "RateLimitError", "ServerError", "StatusError",
    "StreamError", "TimedOutError", "TransportError", "UnprocessableError",
    "BadRequest", "DebugInfo", "ErrorDetail", "ErrorInfo", "Help", "LocalizedMessage",
    "PreconditionFailure", "QuotaFailure", "RequestInfo", "ResourceInfo", "RetryInfo", "RpcStatus",
    "AsyncLongRunningOperation", "LongRunningOperation",
    "AsyncPage", "AsyncPages", "Page",
    "models",
]
# fmt: on

if not TYPE_CHECKING:  # with __getattr__, a type checker would accept every name
    __getattr__, __dir__ = attach(
        __name__,
        __all__,
        {
            "AsyncGarden": "._client",
            "RequestOptions": "._options",
            "AsyncToken": "._runtime.auth.auth",
            "GoogleAuth": "._runtime.auth.google",
            "AsyncBatch": "._runtime.batch.async_client",
            "Pending": "._runtime.batch.batching",
            "Batch": "._runtime.batch.client",
            "Response": "._runtime.calls.responses",
            "Omit": "._runtime.data.omission",
            "ApiError": "._runtime.errors.api_errors",
            "BadRequest": "._runtime.errors.rpc_status",
            "AsyncLongRunningOperation": "._runtime.operations.operations",
            "AsyncPage": "._runtime.pages.pages",
            "models": ".models",
        },
    )
