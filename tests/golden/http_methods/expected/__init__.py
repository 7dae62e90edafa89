"""Client of the HTTP methods, version 1."""

from __future__ import annotations

from ._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import models
    from ._client import AsyncHttpMethods, HttpMethods
    from ._options import RequestOptions
    from ._runtime.auth import AsyncToken, BasicAuth, BearerAuth, Token
    from ._runtime.errors import (
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
        TimedOutError,
        TransportError,
        UnprocessableError,
    )
    from ._runtime.omission import Omit, omit
    from ._runtime.pages import AsyncPage, AsyncPages, Page
    from ._runtime.responses import Response

__all__: list[str] = ["AsyncHttpMethods", "HttpMethods"]
__all__ += ["RequestOptions"]
__all__ += ["AsyncToken", "BasicAuth", "BearerAuth", "Token"]
__all__ += ["ApiError", "AuthenticationError", "BadRequestError", "ClientError"]
__all__ += ["ConfigurationError", "ConflictError", "ConnectionFailedError", "CredentialsError"]
__all__ += ["DecodeError", "GoneError", "NotFoundError", "PaginationError", "PermissionDeniedError"]
__all__ += ["RateLimitError", "ServerError", "StatusError", "TimedOutError", "TransportError"]
__all__ += ["UnprocessableError"]
__all__ += ["Omit", "omit"]
__all__ += ["AsyncPage", "AsyncPages", "Page"]
__all__ += ["Response"]
__all__ += ["models"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "AsyncHttpMethods": "._client",
        "RequestOptions": "._options",
        "AsyncToken": "._runtime.auth",
        "ApiError": "._runtime.errors",
        "Omit": "._runtime.omission",
        "AsyncPage": "._runtime.pages",
        "Response": "._runtime.responses",
        "models": ".models",
    },
)
