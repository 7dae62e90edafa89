"""Client of the Garden API, version v1."""

from __future__ import annotations

from ._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import models
    from ._client import AsyncGarden, Garden
    from ._options import RequestOptions
    from ._runtime.async_batch_client import AsyncBatch
    from ._runtime.auth import AsyncToken, BasicAuth, BearerAuth, Token
    from ._runtime.batch_client import Batch
    from ._runtime.batching import Pending
    from ._runtime.errors import (
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
        TimedOutError,
        TransportError,
        UnprocessableError,
    )
    from ._runtime.google_auth import GoogleAuth
    from ._runtime.omission import Omit, omit
    from ._runtime.operations import AsyncLongRunningOperation, LongRunningOperation
    from ._runtime.pages import AsyncPage, AsyncPages, Page
    from ._runtime.responses import Response
    from ._runtime.rpc_status import (
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

__all__: list[str] = ["AsyncGarden", "Garden"]
__all__ += ["RequestOptions"]
__all__ += ["AsyncBatch"]
__all__ += ["AsyncToken", "BasicAuth", "BearerAuth", "Token"]
__all__ += ["Batch"]
__all__ += ["Pending"]
__all__ += ["ApiError", "AuthenticationError", "BadRequestError", "BatchError", "ClientError"]
__all__ += ["ConfigurationError", "ConflictError", "ConnectionFailedError", "CredentialsError"]
__all__ += ["DecodeError", "GoneError", "NotFoundError", "OperationError", "OperationTimeoutError"]
__all__ += ["PaginationError", "PermissionDeniedError", "RateLimitError", "ServerError"]
__all__ += ["StatusError", "TimedOutError", "TransportError", "UnprocessableError"]
__all__ += ["GoogleAuth"]
__all__ += ["Omit", "omit"]
__all__ += ["AsyncLongRunningOperation", "LongRunningOperation"]
__all__ += ["AsyncPage", "AsyncPages", "Page"]
__all__ += ["Response"]
__all__ += ["BadRequest", "DebugInfo", "ErrorDetail", "ErrorInfo", "Help", "LocalizedMessage"]
__all__ += ["PreconditionFailure", "QuotaFailure", "RequestInfo", "ResourceInfo", "RetryInfo"]
__all__ += ["RpcStatus"]
__all__ += ["models"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "AsyncGarden": "._client",
        "RequestOptions": "._options",
        "AsyncBatch": "._runtime.async_batch_client",
        "AsyncToken": "._runtime.auth",
        "Batch": "._runtime.batch_client",
        "Pending": "._runtime.batching",
        "ApiError": "._runtime.errors",
        "GoogleAuth": "._runtime.google_auth",
        "Omit": "._runtime.omission",
        "AsyncLongRunningOperation": "._runtime.operations",
        "AsyncPage": "._runtime.pages",
        "Response": "._runtime.responses",
        "BadRequest": "._runtime.rpc_status",
        "models": ".models",
    },
)
