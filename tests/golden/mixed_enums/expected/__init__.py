"""Client of the Values of several types, version 1."""

from __future__ import annotations

from ._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from . import models
    from ._client import AsyncMixedEnums, MixedEnums
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
    from ._runtime.pages.pages import AsyncPage, AsyncPages, Page

__version__ = "1"

__all__: list[str] = ["AsyncMixedEnums", "MixedEnums"]
__all__ += ["RequestOptions"]
__all__ += ["AsyncToken", "BasicAuth", "BearerAuth", "Token"]
__all__ += ["Response"]
__all__ += ["Omit", "omit"]
__all__ += ["ApiError", "AuthenticationError", "BadRequestError", "ClientError"]
__all__ += ["ConfigurationError", "ConflictError", "ConnectionFailedError", "CredentialsError"]
__all__ += ["DecodeError", "GoneError", "NotFoundError", "PaginationError", "PermissionDeniedError"]
__all__ += ["RateLimitError", "ServerError", "StatusError", "StreamError", "TimedOutError"]
__all__ += ["TransportError", "UnprocessableError"]
__all__ += ["AsyncPage", "AsyncPages", "Page"]
__all__ += ["models"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "AsyncMixedEnums": "._client",
        "RequestOptions": "._options",
        "AsyncToken": "._runtime.auth.auth",
        "Response": "._runtime.calls.responses",
        "Omit": "._runtime.data.omission",
        "ApiError": "._runtime.errors.api_errors",
        "AsyncPage": "._runtime.pages.pages",
        "models": ".models",
    },
)
