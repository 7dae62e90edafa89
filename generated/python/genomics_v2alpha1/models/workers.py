"""Models of `workers`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .._runtime.data.formats import Base64Url, Int64
from .._runtime.data.models import CamelModel
from .common import Status
from .operations_workers import Empty


class CheckInRequest(CamelModel):
    """A worker's report to the service."""

    deadline_expired: Empty | None = None
    """Present when the time is up and more is needed."""
    event: dict[str, Any] | None = None
    """Something that happened in the workflow."""
    events: list[TimestampedEvent] | None = None
    """Things that happened, each with its time."""
    result: Status | None = None
    """Outcome, once the operation is over."""
    sos_report: Base64Url | None = None
    """Diagnostic report on a failed machine, in base64."""
    worker_status: WorkerStatus | None = None
    """Memory and disks of the machine."""


class CheckInResponse(CamelModel):
    """The service's answer to a worker's report."""

    deadline: datetime | None = None
    """Latest moment at which the worker may ask for more time."""
    features: dict[str, Any] | None = None
    """Feature settings for the operation."""
    metadata: dict[str, Any] | None = None
    """Description of the work to do."""


class DiskStatus(CamelModel):
    """How full a disk is."""

    free_space_bytes: Int64 | None = None
    """Bytes still available."""
    total_space_bytes: Int64 | None = None
    """Whole size in bytes."""


class TimestampedEvent(CamelModel):
    """Something that happened to a worker, and when."""

    data: dict[str, Any] | None = None
    """What happened."""
    timestamp: datetime | None = None
    """Moment of the event."""


class WorkerStatus(CamelModel):
    """Memory and disks of a worker's machine."""

    attached_disks: dict[str, DiskStatus] | None = None
    """State of each further disk by name."""
    boot_disk: DiskStatus | None = None
    """State of the boot disk."""
    free_ram_bytes: Int64 | None = None
    """Free memory in bytes."""
    total_ram_bytes: Int64 | None = None
    """Memory in bytes."""
    uptime_seconds: Int64 | None = None
    """Seconds for which the machine has run."""
