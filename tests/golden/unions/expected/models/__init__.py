"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .shapes import Circle, CreateShape202Response, CreateShapeResponse, Shape, Square
    from .unused import (
        Drawing,
        DrawingInlineTextNote,
        DrawingInlineWithImage,
        DrawingSharedByHeight,
        DrawingSharedByWidth,
    )

__all__: list[str] = ["Circle", "CreateShape202Response", "CreateShapeResponse", "Shape", "Square"]
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
