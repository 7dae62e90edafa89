"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .books import Book, BookAuthor, BookState, ListBooksResponse
    from .common import Empty
    from .unused import HttpBody, ScanRequest

__all__: list[str] = ["Book", "BookAuthor", "BookState", "ListBooksResponse"]
__all__ += ["Empty"]
__all__ += ["HttpBody", "ScanRequest"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Book": ".books",
        "Empty": ".common",
        "HttpBody": ".unused",
    },
)
