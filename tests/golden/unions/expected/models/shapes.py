"""Models of `shapes`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.data.models import CamelModel
from .._runtime.data.unions import Tagged


class Circle(CamelModel):
    shape_kind: str
    radius: float


class Square(CamelModel):
    shape_kind: str
    side: float


class CreateShapeAcceptedResponse(CamelModel):
    """Ticket."""

    ticket: str | None = None


Shape: TypeAlias = Annotated[
    Circle | Square, Tagged("shapeKind", {"circle": Circle, "round": Circle, "square": Square})
]
"""A circle or a square, as its kind says."""

CreateShapeResponse: TypeAlias = Annotated[
    Circle | Square, Tagged("shapeKind", {"Circle": Circle, "Square": Square})
]
