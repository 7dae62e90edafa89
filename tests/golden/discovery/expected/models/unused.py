"""Models that no operation uses."""

from __future__ import annotations

from typing import Any

from .._runtime.data.formats import Base64Url
from .._runtime.data.models import CamelModel


class HttpBody(CamelModel):
    content_type: str | None = None
    data: Base64Url | None = None
    extensions: list[dict[str, Any]] | None = None


class ScanRequest(CamelModel):
    http_body: HttpBody | None = None
