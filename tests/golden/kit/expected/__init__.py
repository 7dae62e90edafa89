"""Client of the Nursery, version 1."""

from __future__ import annotations

from ._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from . import models
    from ._client import AsyncKit, Kit
    from ._options import RequestOptions
    from ._runtime.auth.auth import AsyncToken, BasicAuth, BearerAuth, Token
    from ._runtime.bodies.server_sent_events import ServerSentEvent
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
        DownloadError,
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
        UnacceptableMediaError,
        UnprocessableError,
    )
    from ._runtime.media.download import AsyncDownload, Download
    from ._runtime.media.media import MediaUpload
    from ._runtime.operations.operations import AsyncLongRunningOperation, LongRunningOperation
    from ._runtime.pages.pages import AsyncPage, AsyncPages, Page
    from ._runtime.streams.events import AsyncEventStream, EventStream
    from ._runtime.streams.streams import AsyncJsonStream, JsonStream

__version__ = "1"

__all__: list[str] = ["AsyncKit", "Kit"]
__all__ += ["RequestOptions"]
__all__ += ["AsyncToken", "BasicAuth", "BearerAuth", "Token"]
__all__ += ["ServerSentEvent"]
__all__ += ["Response"]
__all__ += ["Omit", "omit"]
__all__ += ["ApiError", "AuthenticationError", "BadRequestError", "ClientError"]
__all__ += ["ConfigurationError", "ConflictError", "ConnectionFailedError", "CredentialsError"]
__all__ += ["DecodeError", "DownloadError", "GoneError", "NotFoundError", "OperationError"]
__all__ += ["OperationTimeoutError", "PaginationError", "PermissionDeniedError", "RateLimitError"]
__all__ += ["ServerError", "StatusError", "StreamError", "TimedOutError", "TransportError"]
__all__ += ["UnacceptableMediaError", "UnprocessableError"]
__all__ += ["AsyncDownload", "Download"]
__all__ += ["MediaUpload"]
__all__ += ["AsyncLongRunningOperation", "LongRunningOperation"]
__all__ += ["AsyncPage", "AsyncPages", "Page"]
__all__ += ["AsyncEventStream", "EventStream"]
__all__ += ["AsyncJsonStream", "JsonStream"]
__all__ += ["models"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "AsyncKit": "._client",
        "RequestOptions": "._options",
        "AsyncToken": "._runtime.auth.auth",
        "ServerSentEvent": "._runtime.bodies.server_sent_events",
        "Response": "._runtime.calls.responses",
        "Omit": "._runtime.data.omission",
        "ApiError": "._runtime.errors.api_errors",
        "AsyncDownload": "._runtime.media.download",
        "MediaUpload": "._runtime.media.media",
        "AsyncLongRunningOperation": "._runtime.operations.operations",
        "AsyncPage": "._runtime.pages.pages",
        "AsyncEventStream": "._runtime.streams.events",
        "AsyncJsonStream": "._runtime.streams.streams",
        "models": ".models",
    },
)
