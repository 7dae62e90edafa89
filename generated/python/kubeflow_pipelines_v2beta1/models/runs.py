"""Models of `runs`."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from .._runtime.data.formats import Int64
from .._runtime.data.models import Model
from .common import GoogleRpcStatus
from .recurring_runs_runs import PipelineVersionReference, RuntimeConfig

MetadataValueRenderType: TypeAlias = Literal["UNSPECIFIED", "URL"] | str
"""How a user interface shows a value. The server's default is `UNSPECIFIED`."""

PluginState: TypeAlias = (
    Literal["PLUGIN_STATE_UNSPECIFIED", "PLUGIN_RUNNING", "PLUGIN_SUCCEEDED", "PLUGIN_FAILED"] | str
)
"""How far the work of a plugin has come, whatever becomes of the run.

The server's default is `PLUGIN_STATE_UNSPECIFIED`.
"""

RunStorageState: TypeAlias = Literal["STORAGE_STATE_UNSPECIFIED", "AVAILABLE", "ARCHIVED"] | str
"""Whether a run is in use or in the archive.

The server's default is `STORAGE_STATE_UNSPECIFIED`.
"""

RuntimeState: TypeAlias = (
    Literal[
        "RUNTIME_STATE_UNSPECIFIED",
        "PENDING",
        "RUNNING",
        "SUCCEEDED",
        "SKIPPED",
        "FAILED",
        "CANCELING",
        "CANCELED",
        "PAUSED",
    ]
    | str
)
"""How far a run or task has come; CANCELING ends as SUCCEEDED, FAILED or CANCELED, PAUSED can go
on.

The server's default is `RUNTIME_STATE_UNSPECIFIED`.
"""


class PipelineTaskDetailChildTask(Model):
    """Task that starts after another one."""

    task_id: str | None = None
    """ID that the system assigns to the task."""
    pod_name: str | None = None
    """Name of the pod that executes the task; workflows call it node ID."""


class ArtifactList(Model):
    """Artifacts, each given by its metadata ID."""

    artifact_ids: list[Int64] | None = None
    """IDs of the artifacts in the metadata store."""


class ListRunsResponse(Model):
    """One page of runs."""

    runs: list[Run] | None = None
    """Runs on this page."""
    total_size: int | None = None
    """Number of runs that match, over all pages."""
    next_page_token: str | None = None
    """Token that requests the page after this one."""


class MetadataValue(Model):
    """Value of a plugin, and how to show it."""

    value: Any = None
    """The value, of any JSON type."""
    render_type: MetadataValueRenderType | None = None
    """How a user interface shows the value."""


class PipelineTaskDetail(Model):
    """State of one task of a run."""

    run_id: str | None = None
    """ID of the run that the task belongs to."""
    task_id: str | None = None
    """ID that the system assigns to the task."""
    display_name: str | None = None
    """Name that the pipeline's author gives the task."""
    create_time: datetime | None = None
    """Time at which the task is created."""
    start_time: datetime | None = None
    """Time at which the task begins."""
    end_time: datetime | None = None
    """Time at which the task ends."""
    executor_detail: PipelineTaskExecutorDetail | None = None
    """Jobs that execute the task."""
    state: RuntimeState | None = None
    """How far the task has come."""
    execution_id: Int64 | None = None
    """ID of the task's execution in the metadata store."""
    error: GoogleRpcStatus | None = None
    """Why the task ended; present only if its state is FAILED or CANCELED."""
    inputs: dict[str, ArtifactList] | None = None
    """Artifacts that the task reads, grouped by input name."""
    outputs: dict[str, ArtifactList] | None = None
    """Artifacts that the task writes, grouped by output name."""
    parent_task_id: str | None = None
    """ID of the enclosing task; empty for a task at the top level."""
    state_history: list[RuntimeStatus] | None = None
    """States that the task has passed through, in order."""
    pod_name: str | None = None
    """Name of the pod that executes the task; workflows call it node ID."""
    child_tasks: list[PipelineTaskDetailChildTask] | None = None
    """Tasks that start after this one."""


class PipelineTaskExecutorDetail(Model):
    """Jobs that execute a task."""

    main_job: str | None = None
    """Name of the job that runs the task's main container."""
    pre_caching_check_job: str | None = None
    """Name of the job that checks the cache, if the spec has a pre_caching_check hook."""
    failed_main_jobs: list[str] | None = None
    """Names of the main jobs that failed before, oldest first."""
    failed_pre_caching_check_jobs: list[str] | None = None
    """Names of the cache check jobs that failed before, oldest first."""


class PluginOutput(Model):
    """What a plugin says of a run."""

    entries: dict[str, MetadataValue] | None = None
    """Values by name."""
    state: PluginState | None = None
    """How far the plugin's own work has come."""
    state_message: str | None = None
    """Words to the state, such as why the plugin failed."""


class Run(Model):
    """One execution of a pipeline."""

    experiment_id: str | None = None
    """ID of the experiment that owns the run; the default experiment applies if absent."""
    run_id: str | None = None
    """Unique ID that the server assigns."""
    display_name: str | None = None
    """Name from the user, or made by the server if a recurring run starts it; required."""
    storage_state: RunStorageState | None = None
    """Whether the run is in use or archived; set by the server."""
    description: str | None = None
    """What the run is for."""
    pipeline_version_id: str | None = None
    """ID of the version to execute."""
    pipeline_spec: dict[str, Any] | None = None
    """Definition of the pipeline to execute."""
    pipeline_version_reference: PipelineVersionReference | None = None
    """Pipeline, and the version of it, to execute."""
    runtime_config: RuntimeConfig | None = None
    """Settings with which the run executes; required."""
    service_account: str | None = None
    """Kubernetes service account under which the run executes."""
    created_at: datetime | None = None
    """Time at which the server creates the run."""
    scheduled_at: datetime | None = None
    """Time the run is due, which in a backfill lies far from created_at."""
    finished_at: datetime | None = None
    """Time at which the run ends."""
    state: RuntimeState | None = None
    """How far the run has come; set by the server."""
    error: GoogleRpcStatus | None = None
    """Why part of the run cannot be read; only the ID comes with it."""
    run_details: RunDetails | None = None
    """State of the run's tasks; set by the server."""
    recurring_run_id: str | None = None
    """ID of the recurring run behind this run."""
    state_history: list[RuntimeStatus] | None = None
    """States that the run has passed through, in order; set by the server."""
    plugins_input: dict[str, dict[str, Any]] | None = None
    """Inputs of plugins, by the name of the plugin."""
    plugins_output: dict[str, PluginOutput] | None = None
    """What plugins say of the run, by the name of the plugin; set by the server."""


class RunDetails(Model):
    """State of a run's tasks, with its IDs in the metadata store."""

    pipeline_context_id: Int64 | None = None
    """ID of the metadata context of the run's pipeline."""
    pipeline_run_context_id: Int64 | None = None
    """ID of the metadata context of the run itself."""
    task_details: list[PipelineTaskDetail] | None = None
    """State of each task of the run."""


class RuntimeStatus(Model):
    """State of a run or task from a given time on."""

    update_time: datetime | None = None
    """Time at which the state begins."""
    state: RuntimeState | None = None
    """How far the run or task has come."""
    error: GoogleRpcStatus | None = None
    """What went wrong in this state; final in state FAILED, otherwise the system tries again."""
