"""Models of `runs`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.data.models import Model
from .common import ResourceReference
from .jobs_runs import PipelineSpec

ReportRunMetricsResponseReportRunMetricResultStatus: TypeAlias = (
    Literal["UNSPECIFIED", "OK", "INVALID_ARGUMENT", "DUPLICATE_REPORTING", "INTERNAL_ERROR"] | str
)
"""Result of recording one metric; OK if recorded, otherwise the kind of failure.

The server's default is `UNSPECIFIED`.
"""

RunMetricFormat: TypeAlias = Literal["UNSPECIFIED", "RAW", "PERCENTAGE"] | str
"""How to show a metric, as the plain number or as a percentage.

The server's default is `UNSPECIFIED`.
"""

RunStorageState: TypeAlias = Literal["STORAGESTATE_AVAILABLE", "STORAGESTATE_ARCHIVED"] | str
"""Whether a run is in use or in the archive. The server's default is `STORAGESTATE_AVAILABLE`."""


class ReportRunMetricsResponseReportRunMetricResult(Model):
    """Outcome for one reported metric."""

    metric_name: str | None = None
    """Name of the reported metric."""
    metric_node_id: str | None = None
    """ID of the node that sent the metric."""
    status: ReportRunMetricsResponseReportRunMetricResultStatus | None = None
    """Whether the metric is recorded and, if not, the kind of failure."""
    message: str | None = None
    """Details of the failure, if there is one."""


class ReportRunMetricsRequest(Model):
    """Metrics to record for one run."""

    metrics: list[RunMetric] | None = None
    """Metrics to record."""


class ListRunsResponse(Model):
    """One page of runs."""

    runs: list[Run] | None = None
    """Runs on this page."""
    total_size: int | None = None
    """Number of runs that match, over all pages."""
    next_page_token: str | None = None
    """Token that requests the page after this one."""


class PipelineRuntime(Model):
    """State of a run's workflow, as manifests."""

    pipeline_manifest: str | None = None
    """JSON manifest with the status of each step and what the UI needs to draw it."""
    workflow_manifest: str | None = None
    """Manifest of the underlying Argo workflow as JSON; to be replaced by the pipeline's own."""


class ReportRunMetricsResponse(Model):
    """Outcome of a request to record metrics."""

    results: list[ReportRunMetricsResponseReportRunMetricResult] | None = None
    """One result per metric."""


class Run(Model):
    """One execution of a pipeline."""

    id: str | None = None
    """Unique ID that the server assigns."""
    name: str | None = None
    """Name from the user, or made by the server for a job's run; required, need not be unique."""
    storage_state: RunStorageState | None = None
    """Whether the run is in use or archived; set by the server."""
    description: str | None = None
    """What the run is for."""
    pipeline_spec: PipelineSpec | None = None
    """Pipeline to execute, with its parameter values; required."""
    resource_references: list[ResourceReference] | None = None
    """Resources that own the run, and the pipeline version it comes from if any."""
    service_account: str | None = None
    """Kubernetes service account under which the run executes."""
    created_at: datetime | None = None
    """Time at which the server creates the run."""
    scheduled_at: datetime | None = None
    """Time the run is due; in a backfill it lies well before created_at."""
    finished_at: datetime | None = None
    """Time at which the run ends."""
    status: str | None = None
    """Progress of the run, which is Pending, Running, Succeeded, Failed, Skipped or Error."""
    error: str | None = None
    """Why part of the run cannot be read; only the ID comes with it."""
    metrics: list[RunMetric] | None = None
    """Metrics recorded so far through ReportRunMetricsV1."""


class RunDetail(Model):
    """Run together with the state of its workflow."""

    run: Run | None = None
    """The run itself."""
    pipeline_runtime: PipelineRuntime | None = None
    """State of the run's workflow."""


class RunMetric(Model):
    """Number that a node of a run reports."""

    name: str | None = None
    """Required name of 1 to 63 lowercase letters, digits and hyphens; a letter comes first, no
    hyphen last.
    """

    node_id: str | None = None
    """Required ID of the reporting node, up to 128 characters; repeats of its metric are
    dropped.
    """

    number_value: float | None = None
    """Value of the metric."""
    format: RunMetricFormat | None = None
    """How to show the value."""
