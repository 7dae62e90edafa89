"""Client of the Paths that name their operations, version 1."""

from __future__ import annotations

from ._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import models
    from ._client import AsyncPaths, Paths
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

__all__ = [
    "ApiError",
    "AsyncPage",
    "AsyncPages",
    "AsyncPaths",
    "AsyncToken",
    "AuthenticationError",
    "BadRequestError",
    "BasicAuth",
    "BearerAuth",
    "ClientError",
    "ConfigurationError",
    "ConflictError",
    "ConnectionFailedError",
    "CredentialsError",
    "DecodeError",
    "GoneError",
    "NotFoundError",
    "Omit",
    "Page",
    "PaginationError",
    "Paths",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestOptions",
    "Response",
    "ServerError",
    "StatusError",
    "TimedOutError",
    "Token",
    "TransportError",
    "UnprocessableError",
    "models",
    "omit",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "ApiError": "._runtime.errors",
        "AsyncPage": "._runtime.pages",
        "AsyncPages": "._runtime.pages",
        "AsyncPaths": "._client",
        "AsyncToken": "._runtime.auth",
        "AuthenticationError": "._runtime.errors",
        "BadRequestError": "._runtime.errors",
        "BasicAuth": "._runtime.auth",
        "BearerAuth": "._runtime.auth",
        "ClientError": "._runtime.errors",
        "ConfigurationError": "._runtime.errors",
        "ConflictError": "._runtime.errors",
        "ConnectionFailedError": "._runtime.errors",
        "CredentialsError": "._runtime.errors",
        "DecodeError": "._runtime.errors",
        "GoneError": "._runtime.errors",
        "NotFoundError": "._runtime.errors",
        "Omit": "._runtime.omission",
        "Page": "._runtime.pages",
        "PaginationError": "._runtime.errors",
        "Paths": "._client",
        "PermissionDeniedError": "._runtime.errors",
        "RateLimitError": "._runtime.errors",
        "RequestOptions": "._options",
        "Response": "._runtime.responses",
        "ServerError": "._runtime.errors",
        "StatusError": "._runtime.errors",
        "TimedOutError": "._runtime.errors",
        "Token": "._runtime.auth",
        "TransportError": "._runtime.errors",
        "UnprocessableError": "._runtime.errors",
        "models": ".models",
        "omit": "._runtime.omission",
    },
)
