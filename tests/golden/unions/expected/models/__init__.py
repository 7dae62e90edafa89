"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .shapes import Circle, CreateShapeAcceptedResponse, CreateShapeResponse, Shape, Square
    from .unused import (
        Drawing,
        DrawingInlineTextNote,
        DrawingInlineWithImage,
        DrawingSharedByHeight,
        DrawingSharedByWidth,
    )

__all__: list[str] = ["Circle", "CreateShapeAcceptedResponse", "CreateShapeResponse", "Shape"]
__all__ += ["Square"]
__all__ += ["Drawing", "DrawingInlineTextNote", "DrawingInlineWithImage", "DrawingSharedByHeight"]
__all__ += ["DrawingSharedByWidth"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Circle": ".shapes",
        "Drawing": ".unused",
    },
)
