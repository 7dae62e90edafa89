"""Client of the Gateways, version 1."""

from __future__ import annotations

from ._runtime.lazy import TYPE_CHECKING, attach

if TYPE_CHECKING:
    from . import models
    from ._client import AsyncGateways, Gateways
    from ._options import RequestOptions
    from ._runtime.auth.auth import AsyncToken, BasicAuth, BearerAuth, Token
    from ._runtime.calls.responses import Response
    from ._runtime.data.omission import Omit, omit
    from ._runtime.errors.api_errors import (
        ApiError,
        AuthenticationError,
        BadRequestError,
        ClientError,
        ConfigurationError,
        ConflictError,
        ConnectionFailedError,
        CredentialsError,
        DecodeError,
        GoneError,
        NotFoundError,
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
    from ._runtime.pages.pages import AsyncPage, AsyncPages, Page
    from ._runtime.streams.streams import AsyncJsonStream, JsonStream

__version__ = "1"

# fmt: off
__all__ = [
    "AsyncGateways", "Gateways",
    "RequestOptions",
    "AsyncToken", "BasicAuth", "BearerAuth", "Token",
    "Response",
    "Omit", "omit",
    "ApiError", "AuthenticationError", "BadRequestError", "ClientError", "ConfigurationError",
    "ConflictError", "ConnectionFailedError", "CredentialsError", "DecodeError", "GoneError",
    "NotFoundError", "PaginationError", "PermissionDeniedError", "RateLimitError", "ServerError",
    "StatusError", "StreamError", "TimedOutError", "TransportError", "UnprocessableError",
    "BadRequest", "DebugInfo", "ErrorDetail", "ErrorInfo", "Help", "LocalizedMessage",
    "PreconditionFailure", "QuotaFailure", "RequestInfo", "ResourceInfo", "RetryInfo", "RpcStatus",
    "AsyncPage", "AsyncPages", "Page",
    "AsyncJsonStream", "JsonStream",
    "models",
]
# fmt: on

if not TYPE_CHECKING:  # with __getattr__, a type checker would accept every name
    __getattr__, __dir__ = attach(
        __name__,
        __all__,
        {
            "AsyncGateways": "._client",
            "RequestOptions": "._options",
            "AsyncToken": "._runtime.auth.auth",
            "Response": "._runtime.calls.responses",
            "Omit": "._runtime.data.omission",
            "ApiError": "._runtime.errors.api_errors",
            "BadRequest": "._runtime.errors.rpc_status",
            "AsyncPage": "._runtime.pages.pages",
            "AsyncJsonStream": "._runtime.streams.streams",
            "models": ".models",
        },
    )
