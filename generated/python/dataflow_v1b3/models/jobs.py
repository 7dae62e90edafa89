"""Models of `jobs`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.data.formats import Int64, SecondsDuration
from .._runtime.data.models import CamelModel
from .common import MetricUpdate
from .jobs_stages import ExecutionState, ProgressTimeseries, StragglerInfo
from .shared_job import Job

JobFilter: TypeAlias = Literal["UNKNOWN", "ALL", "TERMINATED", "ACTIVE"] | str
JobView: TypeAlias = (
    Literal["JOB_VIEW_UNKNOWN", "JOB_VIEW_SUMMARY", "JOB_VIEW_ALL", "JOB_VIEW_DESCRIPTION"] | str
)


class FailedLocation(CamelModel):
    """A region that gave no answer."""

    name: str | None = None
    """Region in question."""


class JobExecutionDetails(CamelModel):
    """How the stages of a job are doing."""

    next_page_token: str | None = None
    """Token for the following page; absent on the last one."""
    stages: list[StageSummary] | None = None
    """One entry per stage."""


class JobMetrics(CamelModel):
    """The latest values of all metrics of a job."""

    metric_time: datetime | None = None
    """Moment up to which the values are current."""
    metrics: list[MetricUpdate] | None = None
    """One entry per metric, of the system or of the user."""


class ListJobsResponse(CamelModel):
    """A page of jobs; an empty object if the project has none."""

    failed_location: list[FailedLocation] | None = None
    """Regions that gave no answer."""
    jobs: list[Job] | None = None
    """Jobs on this page."""
    next_page_token: str | None = None
    """Token for the following page; absent on the last one."""


class SnapshotJobRequest(CamelModel):
    """How to take a snapshot."""

    description: str | None = None
    """User's own words about it, possibly empty."""
    location: str | None = None
    """Region that runs the job."""
    snapshot_sources: bool | None = None
    """Whether to capture sources too, where they allow it."""
    ttl: SecondsDuration | None = None
    """How long to keep it."""


class StageSummary(CamelModel):
    """How one stage of a job is doing."""

    end_time: datetime | None = None
    """When it ended, or is expected to."""
    metrics: list[MetricUpdate] | None = None
    """Values measured in the stage."""
    progress: ProgressTimeseries | None = None
    """Share done over time; batch jobs only."""
    stage_id: str | None = None
    """Identifies the stage."""
    start_time: datetime | None = None
    """When it began."""
    state: ExecutionState | None = None
    """Where it stands."""
    straggler_summary: StragglerSummary | None = None
    """Work in it that lags behind."""


class Straggler(CamelModel):
    """Work that lags behind the rest."""

    batch_straggler: StragglerInfo | None = None
    """Details for a batch job."""
    streaming_straggler: StreamingStragglerInfo | None = None
    """Details for a streaming job."""


class StragglerSummary(CamelModel):
    """How much work lags, and why."""

    recent_stragglers: list[Straggler] | None = None
    """Latest cases."""
    straggler_cause_count: dict[str, Int64] | None = None
    """Number of cases per cause."""
    total_straggler_count: Int64 | None = None
    """Number of cases in total."""


class StreamingStragglerInfo(CamelModel):
    """Which streaming worker lags, and by how much."""

    data_watermark_lag: SecondsDuration | None = None
    """Delay of the data watermark when the lag was noticed."""
    end_time: datetime | None = None
    """When the lag ended."""
    start_time: datetime | None = None
    """When the lag began."""
    system_watermark_lag: SecondsDuration | None = None
    """Delay of the system watermark when the lag was noticed."""
    worker_name: str | None = None
    """Worker that lags."""
