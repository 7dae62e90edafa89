"""Models of `jobs`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.data.formats import Int64
from .._runtime.data.models import Model
from .common import ResourceReference
from .jobs_runs import PipelineSpec

JobMode: TypeAlias = Literal["UNKNOWN_MODE", "ENABLED", "DISABLED"] | str
"""Whether a job schedules runs; a disabled job schedules none.

The server's default is `UNKNOWN_MODE`.
"""


class CronSchedule(Model):
    """Schedule that starts runs at the times a cron expression gives."""

    start_time: datetime | None = None
    """Time from which the schedule is active."""
    end_time: datetime | None = None
    """Time after which the schedule starts nothing more."""
    cron: str | None = None
    """Cron expression for the times at which runs start."""


class Job(Model):
    """Schedule that starts runs of one pipeline."""

    id: str | None = None
    """Unique ID that the server assigns."""
    name: str | None = None
    """Name that the user gives; required, and need not be unique."""
    description: str | None = None
    """What the job is for."""
    pipeline_spec: PipelineSpec | None = None
    """Pipeline that each run executes, with its parameter values; required."""
    resource_references: list[ResourceReference] | None = None
    """Resources that own the job or relate to it."""
    service_account: str | None = None
    """Kubernetes service account under which the job's runs execute."""
    max_concurrency: Int64 | None = None
    """Highest number of runs in progress at once, from 1 to 10; required."""
    trigger: Trigger | None = None
    """When runs start, by cron expression or at a fixed interval; required."""
    mode: JobMode | None = None
    """Whether the job schedules runs."""
    created_at: datetime | None = None
    """Time at which the server creates the job."""
    updated_at: datetime | None = None
    """Time of the latest change to the job."""
    status: str | None = None
    """Condition of the job, which is Enable, Disable or Error."""
    error: str | None = None
    """Why part of the job cannot be read; only the ID comes with it."""
    enabled: bool | None = None
    """Whether the job is turned on; set by the caller."""
    no_catchup: bool | None = None
    """Whether a late job skips missed intervals and schedules just the newest one."""


class ListJobsResponse(Model):
    """One page of jobs."""

    jobs: list[Job] | None = None
    """Jobs on this page."""
    total_size: int | None = None
    """Number of jobs that match, over all pages."""
    next_page_token: str | None = None
    """Token that requests the page after this one."""


class PeriodicSchedule(Model):
    """Schedule that starts runs at a fixed interval."""

    start_time: datetime | None = None
    """Time from which the schedule is active."""
    end_time: datetime | None = None
    """Time after which the schedule starts nothing more."""
    interval_second: Int64 | None = None
    """Seconds from one start to the next."""


class Trigger(Model):
    """Rule for when a job starts runs, with one kind of schedule."""

    cron_schedule: CronSchedule | None = None
    """Schedule by cron expression."""
    periodic_schedule: PeriodicSchedule | None = None
    """Schedule at a fixed interval."""
