"""Models of `files`."""

from __future__ import annotations

from .._runtime.data.formats import Base64
from .._runtime.data.models import CamelModel
from .common import ProtobufAny


class HttpBody(CamelModel):
    content_type: str | None = None
    data: Base64 | None = None
    extensions: list[ProtobufAny] | None = None
