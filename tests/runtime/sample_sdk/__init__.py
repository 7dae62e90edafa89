"""A package as the generator writes it, by hand: the runtime's contract with generated code."""

from __future__ import annotations

from ._runtime.lazy import TYPE_CHECKING, attach

if TYPE_CHECKING:
    from ._client import AsyncLibrary, Library
    from ._options import RequestOptions
    from ._runtime.auth.google import GoogleAuth
    from ._runtime.errors.api_errors import NotFoundError

__all__ = ["AsyncLibrary", "GoogleAuth", "Library", "NotFoundError", "RequestOptions"]

if not TYPE_CHECKING:
    __getattr__, __dir__ = attach(
        __name__,
        ("AsyncLibrary", "Library", "RequestOptions", "NotFoundError", "GoogleAuth"),
        {
            "AsyncLibrary": "._client",
            "RequestOptions": "._options",
            "NotFoundError": "._runtime.errors.api_errors",
            "GoogleAuth": "._runtime.auth.google",
        },
    )
