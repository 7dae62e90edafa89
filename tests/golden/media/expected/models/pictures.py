"""Models of `pictures`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.formats import Int64
from .._runtime.data.models import CamelModel

PictureSize: TypeAlias = Literal["THUMB", "FULL"] | str


class Picture(CamelModel):
    name: str | None = None
    size: Int64 | None = None
    sha256: str | None = None
    content_type: str | None = None
