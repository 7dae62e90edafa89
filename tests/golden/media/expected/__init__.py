"""Client of the Gallery API, version v1."""

from __future__ import annotations

from ._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from . import models
    from ._client import AsyncGallery, Gallery
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
        DownloadError,
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
        UnacceptableMediaError,
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
    from ._runtime.media.download import AsyncDownload, Download
    from ._runtime.media.media import MediaUpload
    from ._runtime.pages.pages import AsyncPage, AsyncPages, Page

__version__ = "1"

__all__: list[str] = ["AsyncGallery", "Gallery"]
__all__ += ["RequestOptions"]
__all__ += ["AsyncToken", "BasicAuth", "BearerAuth", "Token"]
__all__ += ["GoogleAuth"]
__all__ += ["AsyncBatch"]
__all__ += ["Pending"]
__all__ += ["Batch"]
__all__ += ["Response"]
__all__ += ["Omit", "omit"]
__all__ += ["ApiError", "AuthenticationError", "BadRequestError", "BatchError", "ClientError"]
__all__ += ["ConfigurationError", "ConflictError", "ConnectionFailedError", "CredentialsError"]
__all__ += ["DecodeError", "DownloadError", "GoneError", "NotFoundError", "PaginationError"]
__all__ += ["PermissionDeniedError", "RateLimitError", "ServerError", "StatusError", "StreamError"]
__all__ += ["TimedOutError", "TransportError", "UnacceptableMediaError", "UnprocessableError"]
__all__ += ["BadRequest", "DebugInfo", "ErrorDetail", "ErrorInfo", "Help", "LocalizedMessage"]
__all__ += ["PreconditionFailure", "QuotaFailure", "RequestInfo", "ResourceInfo", "RetryInfo"]
__all__ += ["RpcStatus"]
__all__ += ["AsyncDownload", "Download"]
__all__ += ["MediaUpload"]
__all__ += ["AsyncPage", "AsyncPages", "Page"]
__all__ += ["models"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "AsyncGallery": "._client",
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
        "AsyncDownload": "._runtime.media.download",
        "MediaUpload": "._runtime.media.media",
        "AsyncPage": "._runtime.pages.pages",
        "models": ".models",
    },
)
