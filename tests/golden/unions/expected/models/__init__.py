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

__all__ = [
    "Circle",
    "CreateShape202Response",
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
        "CreateShape202Response": ".shapes",
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
