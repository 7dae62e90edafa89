"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .shapes import Circle, CreateShapeAcceptedResponse, CreateShapeResponse, Shape, Square
    from .unused import (
        Drawing,
        DrawingInlineTextNote,
        DrawingInlineWithImage,
        DrawingSharedByHeight,
        DrawingSharedByWidth,
    )

__all__ = [
    "Circle",
    "CreateShapeAcceptedResponse",
    "CreateShapeResponse",
    "Drawing",
    "DrawingInlineTextNote",
    "DrawingInlineWithImage",
    "DrawingSharedByHeight",
    "DrawingSharedByWidth",
    "Shape",
    "Square",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Circle": ".shapes",
        "CreateShapeAcceptedResponse": ".shapes",
        "CreateShapeResponse": ".shapes",
        "Drawing": ".unused",
        "DrawingInlineTextNote": ".unused",
        "DrawingInlineWithImage": ".unused",
        "DrawingSharedByHeight": ".unused",
        "DrawingSharedByWidth": ".unused",
        "Shape": ".shapes",
        "Square": ".shapes",
    },
)
