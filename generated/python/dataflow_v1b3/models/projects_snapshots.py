"""Models that `projects` and `snapshots` share."""

from __future__ import annotations

from .._runtime.data.models import CamelModel


class DeleteSnapshotResponse(CamelModel):
    """Empty answer to a snapshot deletion."""
