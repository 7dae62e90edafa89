"""Models that `projects` and `snapshots` share."""

from __future__ import annotations

from .._runtime.data.models import FreeModel


class DeleteSnapshotResponse(FreeModel):
    """Empty answer to a snapshot deletion."""
