"""Models that `jobs` and `snapshots` share."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.data.formats import Int64, SecondsDuration
from .._runtime.data.models import CamelModel

SnapshotState: TypeAlias = (
    Literal["UNKNOWN_SNAPSHOT_STATE", "PENDING", "RUNNING", "READY", "FAILED", "DELETED"] | str
)


class PubsubSnapshotMetadata(CamelModel):
    """A Pub/Sub snapshot that goes with a job snapshot."""

    expire_time: datetime | None = None
    """When Pub/Sub discards it."""
    snapshot_name: str | None = None
    """Name of it in Pub/Sub."""
    topic_name: str | None = None
    """Topic that it covers."""


class Snapshot(CamelModel):
    """What was saved of a streaming job, to start another one from."""

    creation_time: datetime | None = None
    """When it was taken."""
    description: str | None = None
    """User's own words about it, possibly empty."""
    disk_size_bytes: Int64 | None = None
    """Size on disk in bytes; known once it is READY."""
    id: str | None = None
    """Unique ID that the service assigns."""
    project_id: str | None = None
    """Project that owns it."""
    pubsub_metadata: list[PubsubSnapshotMetadata] | None = None
    """Pub/Sub snapshots that go with it."""
    region: str | None = None
    """Cloud region that holds it, such as us-central1."""
    source_job_id: str | None = None
    """Job that it captures."""
    state: SnapshotState | None = None
    """How far its creation is, or whether it failed or is gone."""
    ttl: SecondsDuration | None = None
    """How long it is kept before the service deletes it."""
