"""Client of the Tags, version 1."""

from __future__ import annotations

from ._runtime.lazy import TYPE_CHECKING, attach

if TYPE_CHECKING:
    from . import models
    from ._client import AsyncTags, Tags
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

# fmt: off
__all__ = [
    "AsyncTags", "Tags",
    "RequestOptions",
    "AsyncToken", "BasicAuth", "BearerAuth", "Token",
    "Response",
    "Omit", "omit",
    "ApiError", "AuthenticationError", "BadRequestError", "ClientError", "ConfigurationError",
    "ConflictError", "ConnectionFailedError", "CredentialsError", "DecodeError", "GoneError",
    "NotFoundError", "PaginationError", "PermissionDeniedError", "RateLimitError", "ServerError",
    "StatusError", "StreamError", "TimedOutError", "TransportError", "UnprocessableError",
    "AsyncPage", "AsyncPages", "Page",
    "models",
]
# fmt: on

if not TYPE_CHECKING:  # with __getattr__, a type checker would accept every name
    __getattr__, __dir__ = attach(
        __name__,
        __all__,
        {
            "AsyncTags": "._client",
            "RequestOptions": "._options",
            "AsyncToken": "._runtime.auth.auth",
            "Response": "._runtime.calls.responses",
            "Omit": "._runtime.data.omission",
            "ApiError": "._runtime.errors.api_errors",
            "AsyncPage": "._runtime.pages.pages",
            "models": ".models",
        },
    )
