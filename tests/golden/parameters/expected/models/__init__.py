"""The models of this API; each loads on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import attach

if TYPE_CHECKING:
    from .books import BookFilter

__all__ = [
    "BookFilter",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "BookFilter": ".books",
    },
)
