"""Client of the Gateways, version 1."""

from __future__ import annotations

from ._runtime.lazy import attach

TYPE_CHECKING = bool(0)
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

__all__: list[str] = ["AsyncGateways", "Gateways"]
__all__ += ["RequestOptions"]
__all__ += ["AsyncToken", "BasicAuth", "BearerAuth", "Token"]
__all__ += ["Response"]
__all__ += ["Omit", "omit"]
__all__ += ["ApiError", "AuthenticationError", "BadRequestError", "ClientError"]
__all__ += ["ConfigurationError", "ConflictError", "ConnectionFailedError", "CredentialsError"]
__all__ += ["DecodeError", "GoneError", "NotFoundError", "PaginationError", "PermissionDeniedError"]
__all__ += ["RateLimitError", "ServerError", "StatusError", "StreamError", "TimedOutError"]
__all__ += ["TransportError", "UnprocessableError"]
__all__ += ["BadRequest", "DebugInfo", "ErrorDetail", "ErrorInfo", "Help", "LocalizedMessage"]
__all__ += ["PreconditionFailure", "QuotaFailure", "RequestInfo", "ResourceInfo", "RetryInfo"]
__all__ += ["RpcStatus"]
__all__ += ["AsyncPage", "AsyncPages", "Page"]
__all__ += ["AsyncJsonStream", "JsonStream"]
__all__ += ["models"]

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
