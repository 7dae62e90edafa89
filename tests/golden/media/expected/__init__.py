"""Client of the Gallery API, version v1."""

from __future__ import annotations

from ._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import models
    from ._client import AsyncGallery, Gallery
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
        DownloadError,
        GoneError,
        NotFoundError,
        PaginationError,
        PermissionDeniedError,
        RateLimitError,
        ServerError,
        StatusError,
        TimedOutError,
        TransportError,
        UnacceptableMediaError,
        UnprocessableError,
    )
    from ._runtime.google_auth import GoogleAuth
    from ._runtime.media import MediaUpload
    from ._runtime.media_download import AsyncDownload, Download
    from ._runtime.omission import Omit, omit
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

__all__: list[str] = ["AsyncGallery", "Gallery"]
__all__ += ["RequestOptions"]
__all__ += ["AsyncBatch"]
__all__ += ["AsyncToken", "BasicAuth", "BearerAuth", "Token"]
__all__ += ["Batch"]
__all__ += ["Pending"]
__all__ += ["ApiError", "AuthenticationError", "BadRequestError", "BatchError", "ClientError"]
__all__ += ["ConfigurationError", "ConflictError", "ConnectionFailedError", "CredentialsError"]
__all__ += ["DecodeError", "DownloadError", "GoneError", "NotFoundError", "PaginationError"]
__all__ += ["PermissionDeniedError", "RateLimitError", "ServerError", "StatusError"]
__all__ += ["TimedOutError", "TransportError", "UnacceptableMediaError", "UnprocessableError"]
__all__ += ["GoogleAuth"]
__all__ += ["MediaUpload"]
__all__ += ["AsyncDownload", "Download"]
__all__ += ["Omit", "omit"]
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
        "AsyncGallery": "._client",
        "RequestOptions": "._options",
        "AsyncBatch": "._runtime.async_batch_client",
        "AsyncToken": "._runtime.auth",
        "Batch": "._runtime.batch_client",
        "Pending": "._runtime.batching",
        "ApiError": "._runtime.errors",
        "GoogleAuth": "._runtime.google_auth",
        "MediaUpload": "._runtime.media",
        "AsyncDownload": "._runtime.media_download",
        "Omit": "._runtime.omission",
        "AsyncPage": "._runtime.pages",
        "Response": "._runtime.responses",
        "BadRequest": "._runtime.rpc_status",
        "models": ".models",
    },
)
