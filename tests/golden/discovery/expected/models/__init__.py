"""The models of this API; each loads on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import attach

if TYPE_CHECKING:
    from .books import Book, BookAuthor, BookState, Empty, ListBooksResponse

__all__ = [
    "Book",
    "BookAuthor",
    "BookState",
    "Empty",
    "ListBooksResponse",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Book": ".books",
        "BookAuthor": ".books",
        "BookState": ".books",
        "Empty": ".books",
        "ListBooksResponse": ".books",
    },
)
