"""Models that `flex_templates`, `jobs`, `templates` and `work_items` share."""

from __future__ import annotations

from .._runtime.models import CamelModel


class Package(CamelModel):
    """A file that workers install before they run user code."""

    location: str | None = None
    """Cloud Storage resource that holds the file."""

    name: str | None = None
    """What the file is called."""

    sha256: str | None = None
    """SHA-256 checksum in hex; on a mismatch the worker does not start."""
