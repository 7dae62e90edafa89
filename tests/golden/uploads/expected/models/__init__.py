"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .blobs import Content
    from .notes import Note, Notes, Page
    from .unused import Photo

__all__: list[str] = ["Content"]
__all__ += ["Note", "Notes", "Page"]
__all__ += ["Photo"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Content": ".blobs",
        "Note": ".notes",
        "Photo": ".unused",
    },
)
