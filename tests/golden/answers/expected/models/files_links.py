"""Models that `files` and `links` share."""

from __future__ import annotations

from .._runtime.data.formats import Base64
from .._runtime.data.models import Model


class File(Model):
    name: str
    hash: Base64 | None = None
    content: Base64 | None = None
