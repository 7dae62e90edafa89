"""The models of this API; each loads on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import attach

if TYPE_CHECKING:
    from .notes import Author, Note

__all__ = [
    "Author",
    "Note",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Author": ".notes",
        "Note": ".notes",
    },
)
