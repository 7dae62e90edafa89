"""A package as the generator writes it, by hand: the runtime's contract with generated code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.lazy import attach

if TYPE_CHECKING:
    from ._client import AsyncLibrary as AsyncLibrary
    from ._client import Library as Library
    from ._options import RequestOptions as RequestOptions
    from ._runtime.auth.google import GoogleAuth as GoogleAuth
    from ._runtime.errors.api_errors import NotFoundError as NotFoundError

__all__: list[str] = ["AsyncLibrary", "Library"]
__all__ += ["RequestOptions"]
__all__ += ["NotFoundError"]
__all__ += ["GoogleAuth"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "AsyncLibrary": "._client",
        "RequestOptions": "._options",
        "NotFoundError": "._runtime.errors.api_errors",
        "GoogleAuth": "._runtime.auth.google",
    },
)
