"""Models of `stages`."""

from __future__ import annotations

from datetime import datetime

from .._runtime.data.models import CamelModel
from .common import MetricUpdate
from .jobs_stages import ExecutionState, ProgressTimeseries, StragglerInfo


class StageExecutionDetails(CamelModel):
    """The workers of one stage and what they did."""

    next_page_token: str | None = None
    """Token for the following page; absent on the last one."""
    workers: list[WorkerDetails] | None = None
    """One entry per worker that took part."""


class WorkItemDetails(CamelModel):
    """How one attempt at a piece of work went."""

    attempt_id: str | None = None
    """Identifies the attempt."""
    end_time: datetime | None = None
    """When it ended, or is expected to."""
    metrics: list[MetricUpdate] | None = None
    """Values measured during the attempt."""
    progress: ProgressTimeseries | None = None
    """Share done over time."""
    start_time: datetime | None = None
    """When it began."""
    state: ExecutionState | None = None
    """Where it stands."""
    straggler_info: StragglerInfo | None = None
    """Whether and why it lags."""
    task_id: str | None = None
    """Name of the piece of work."""


class WorkerDetails(CamelModel):
    """What one worker did in a stage."""

    work_items: list[WorkItemDetails] | None = None
    """Pieces of work in order of time."""
    worker_name: str | None = None
    """Identifies the worker."""
