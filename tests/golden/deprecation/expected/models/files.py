"""Models of `files`."""

from __future__ import annotations

from .._runtime.data.models import Model


class File(Model):
    """Deprecated."""

    path: str | None = None
    """Deprecated."""
    size: int | None = None
    """In bytes. Deprecated."""
