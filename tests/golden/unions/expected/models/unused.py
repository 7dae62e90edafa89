"""Models that no operation uses."""

from __future__ import annotations

from typing import Any

from .._runtime.data.models import CamelModel
from .shapes import Circle, Shape, Square


class DrawingInlineTextNote(CamelModel):
    text: str | None = None


class DrawingInlineWithImage(CamelModel):
    image: str | None = None


class DrawingSharedByWidth(CamelModel):
    width: int
    name: str


class DrawingSharedByHeight(CamelModel):
    height: int
    name: str


class Drawing(CamelModel):
    shapes: list[Shape] | None = None
    frame: Shape | None = None
    either: Circle | Square | None = None
    title: str | int | list[str] | None = None
    inline: DrawingInlineTextNote | DrawingInlineWithImage | None = None
    shared: DrawingSharedByWidth | DrawingSharedByHeight | None = None
    anything: str | Any | None = None
