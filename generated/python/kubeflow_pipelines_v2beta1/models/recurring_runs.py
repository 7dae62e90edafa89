"""Models of `recurring_runs`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, TypeAlias

from .._runtime.data.directions import OPTIONAL_READ_ONLY
from .._runtime.data.formats import Int64
from .._runtime.data.models import Model, wire_name
from .common import GoogleRpcStatus
from .recurring_runs_runs import PipelineVersionReference, RuntimeConfig

RecurringRunMode: TypeAlias = Literal["MODE_UNSPECIFIED", "ENABLE", "DISABLE"] | str
"""Whether a new recurring run starts out enabled; a disabled one schedules nothing.

The server's default is `MODE_UNSPECIFIED`.
"""

DeletePropagationPolicy: TypeAlias = (
    Literal["DELETE_PROPAGATION_POLICY_UNSPECIFIED", "FOREGROUND", "BACKGROUND", "ORPHAN"] | str
)
"""What becomes of owned resources in the cluster when their owner is deleted.

The server's default is `DELETE_PROPAGATION_POLICY_UNSPECIFIED`.
"""

RecurringRunStatus: TypeAlias = Literal["STATUS_UNSPECIFIED", "ENABLED", "DISABLED"] | str
"""Whether a recurring run is enabled at present. The server's default is `STATUS_UNSPECIFIED`."""


class CronSchedule(Model):
    """Schedule that starts runs at the times a cron expression gives."""

    start_time: datetime | None = None
    """Time from which the schedule is active."""
    end_time: datetime | None = None
    """Time after which the schedule starts nothing more."""
    cron: str | None = None
    """Cron expression for the times at which runs start."""


class ListRecurringRunsResponse(Model):
    """One page of recurring runs."""

    recurring_runs: Annotated[list[RecurringRun] | None, wire_name("recurringRuns")] = None
    """Recurring runs on this page."""
    total_size: int | None = None
    """Number of recurring runs that match, over all pages."""
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


class RecurringRun(Model):
    """Schedule that starts runs of one pipeline."""

    recurring_run_id: str | None = None
    """Unique ID that the server assigns."""
    display_name: str | None = None
    """Name that the user gives; required, and need not be unique."""
    description: str | None = None
    """What the recurring run is for."""
    pipeline_version_id: str | None = None
    """ID of the version that each run executes."""
    pipeline_spec: dict[str, Any] | None = None
    """Definition of the pipeline that each run executes."""
    pipeline_version_reference: PipelineVersionReference | None = None
    """Pipeline, and the version of it, that each run executes."""
    runtime_config: RuntimeConfig | None = None
    """Settings with which each run executes."""
    service_account: str | None = None
    """Kubernetes service account under which the started runs execute."""
    max_concurrency: Int64 | None = None
    """Highest number of runs in progress at once, from 1 to 10; required."""
    trigger: Trigger | None = None
    """When runs start, by cron expression or at a fixed interval; required."""
    mode: RecurringRunMode | None = None
    """Whether to start out enabled; read at creation only, later changes use the enable and
    disable calls.
    """

    created_at: datetime | None = None
    """Time at which the server creates the recurring run."""
    updated_at: datetime | None = None
    """Time of the latest change to the recurring run."""
    status: RecurringRunStatus | None = None
    """Whether the recurring run is enabled at present; set by the server."""
    error: GoogleRpcStatus | None = None
    """Why part of the recurring run cannot be read; only the ID comes with it."""
    no_catchup: bool | None = None
    """Whether a late schedule skips missed intervals and starts just the newest one."""
    namespace: str | None = OPTIONAL_READ_ONLY
    """Namespace of the experiment it belongs to; set by the server. Set by the server only."""
    experiment_id: str | None = None
    """ID of the experiment that owns the recurring run."""
    plugins_input: dict[str, dict[str, Any]] | None = None
    """Inputs of plugins that each run starts with, by the name of the plugin."""


class Trigger(Model):
    """Rule for when a recurring run starts runs, with one kind of schedule."""

    cron_schedule: CronSchedule | None = None
    """Schedule by cron expression."""
    periodic_schedule: PeriodicSchedule | None = None
    """Schedule at a fixed interval."""
