"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .library import BindingColor, Book, LibraryListBooksResponse
    from .unused import ProtobufAny

__all__: list[str] = ["BindingColor", "Book", "LibraryListBooksResponse"]
__all__ += ["ProtobufAny"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "BindingColor": ".library",
        "ProtobufAny": ".unused",
    },
)
