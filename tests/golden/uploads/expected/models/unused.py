"""Models that no operation uses."""

from __future__ import annotations

from typing import Any

from .._runtime.data.directions import READ_ONLY, DirectedModel
from .._runtime.data.formats import Base64Url, IsoDuration
from .blobs import Content
from .notes import Note


class Photo(DirectedModel):
    id: int = READ_ONLY
    """Only set by the server."""
    title: str
    labels: list[str] | None
    about: Note | None = None
    cover: bytes | None = None
    scan: bytes | None = None
    pages: list[Content] | None = None
    picture: bytes | list[bytes] | None = None
    video: str | None = None
    source: bytes | str | None = None
    meta: Any = None
    seal: Base64Url | None = None
    length: IsoDuration | None = None
