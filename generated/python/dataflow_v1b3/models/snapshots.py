"""Models of `snapshots`."""

from __future__ import annotations

from .._runtime.data.models import CamelModel
from .jobs_snapshots import Snapshot


class ListSnapshotsResponse(CamelModel):
    """The snapshots found."""

    snapshots: list[Snapshot] | None = None
    """One entry per snapshot."""
