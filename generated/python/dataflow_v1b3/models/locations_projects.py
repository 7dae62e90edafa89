"""Models that `locations` and `projects` share."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from .._runtime.data.formats import Int64, SecondsDuration
from .._runtime.data.models import CamelModel, FreeModel

WorkerLifecycleEventKind: TypeAlias = (
    Literal[
        "UNKNOWN_EVENT",
        "OS_START",
        "CONTAINER_START",
        "NETWORK_UP",
        "STAGING_FILES_DOWNLOAD_START",
        "STAGING_FILES_DOWNLOAD_FINISH",
        "SDK_INSTALL_START",
        "SDK_INSTALL_FINISH",
    ]
    | str
)


class Base2Exponent(CamelModel):
    """Histogram buckets that widen by the factor 2**(2**-scale)."""

    number_of_buckets: int | None = None
    """How many buckets there are; at least 1."""
    scale: int | None = None
    """Growth exponent, from -3 to 3; larger values give finer buckets."""


class BucketOptions(CamelModel):
    """Where the buckets of a histogram begin and end."""

    exponential: Base2Exponent | None = None
    """Buckets that widen by a fixed factor."""
    linear: Linear | None = None
    """Buckets of equal width."""


class CPUTime(CamelModel):
    """A processor usage sample in the style of /proc/stat."""

    rate: float | None = None
    """Average share of time not idle since the last sample."""
    timestamp: datetime | None = None
    """When the sample was taken."""
    total_ms: Int64 | None = None
    """Busy time of all cores since start-up, in milliseconds."""


class DataSamplingReport(CamelModel):
    """What a worker sampled since its previous report."""

    bytes_written_delta: Int64 | None = None
    """Bytes newly written to files."""
    elements_sampled_bytes: Int64 | None = None
    """Size of newly sampled elements in bytes."""
    elements_sampled_count: Int64 | None = None
    """Newly sampled elements."""
    exceptions_sampled_count: Int64 | None = None
    """New samples of exceptions in user code."""
    pcollections_sampled_count: Int64 | None = None
    """Newly sampled collections."""
    persistence_errors_count: Int64 | None = None
    """New failures to store samples."""
    translation_errors_count: Int64 | None = None
    """New failures to fetch or convert samples."""


class DataflowGaugeValue(CamelModel):
    """A metric value that holds at one moment."""

    measured_time: datetime | None = None
    """When the value was read."""
    value: Int64 | None = None
    """The reading."""


class DataflowHistogramValue(CamelModel):
    """Counts of values in buckets."""

    bucket_counts: list[Int64] | None = None
    """Values per bucket in order; missing entries at the end mean 0."""
    bucket_options: BucketOptions | None = None
    """Shape of the buckets."""
    count: Int64 | None = None
    """Number of values in total."""
    outlier_stats: OutlierStats | None = None
    """Values too small or too large for any bucket."""


class GPUUsage(CamelModel):
    """A graphics processor usage sample."""

    timestamp: datetime | None = None
    """When the sample was taken."""
    utilization: GPUUtilization | None = None
    """How busy the processor was."""


class GPUUtilization(CamelModel):
    """How busy a graphics processor is."""

    rate: float | None = None
    """Share of the sample period with any kernel active, from 0 to 1."""


class Linear(CamelModel):
    """Histogram buckets of equal width."""

    number_of_buckets: int | None = None
    """How many buckets there are; at least 1."""
    start: float | None = None
    """Where the first bucket begins."""
    width: float | None = None
    """Size of each bucket; above 0."""


class MemInfo(CamelModel):
    """A memory usage sample."""

    current_limit_bytes: Int64 | None = None
    """Memory limit at this moment, in bytes."""
    current_ooms: Int64 | None = None
    """Out-of-memory events after the previous sample."""
    current_rss_bytes: Int64 | None = None
    """Resident memory at this moment, in bytes."""
    timestamp: datetime | None = None
    """When the sample was taken."""
    total_gb_ms: Int64 | None = None
    """Resident memory over time since start, in GB times milliseconds."""


class MetricValue(CamelModel):
    """A metric's value with its labels."""

    metric: str | None = None
    """Base name."""
    metric_labels: dict[str, str] | None = None
    """Labels that narrow the name down."""
    value_gauge64: DataflowGaugeValue | None = None
    """The value, if it is a gauge."""
    value_histogram: DataflowHistogramValue | None = None
    """The value, if it is a histogram."""
    value_int64: Int64 | None = None
    """The value, if it is a whole number."""


class OutlierStats(CamelModel):
    """Values that fall outside a histogram."""

    overflow_count: Int64 | None = None
    """Values above the last bucket."""
    overflow_mean: float | None = None
    """Average of the values above the last bucket."""
    underflow_count: Int64 | None = None
    """Values below the first bucket."""
    underflow_mean: float | None = None
    """Average of the values below the first bucket."""


class PerStepNamespaceMetrics(CamelModel):
    """Metrics of one step and namespace."""

    metric_values: list[MetricValue] | None = None
    """Values recorded there."""
    metrics_namespace: str | None = None
    """Namespace on the worker."""
    original_step: str | None = None
    """Step as the system names it before fusion."""


class PerWorkerMetrics(CamelModel):
    """Metrics that a worker reports about itself."""

    per_step_namespace_metrics: list[PerStepNamespaceMetrics] | None = None
    """One entry per step and namespace."""


class ResourceUtilizationReport(CamelModel):
    """Processor and memory samples of a worker."""

    containers: dict[str, ResourceUtilizationReport] | None = None
    """Same report for each container, by name."""
    cpu_time: list[CPUTime] | None = None
    """Processor samples."""
    gpu_usage: list[GPUUsage] | None = None
    """Graphics processor samples."""
    memory_info: list[MemInfo] | None = None
    """Memory samples."""


class ResourceUtilizationReportResponse(FreeModel):
    """Empty answer to a resource report."""


class SendWorkerMessagesRequest(CamelModel):
    """A batch of messages from workers."""

    location: str | None = None
    """Region that runs the job."""
    worker_messages: list[WorkerMessage] | None = None
    """Messages to deliver."""


class SendWorkerMessagesResponse(CamelModel):
    """The service's answers to a batch of messages."""

    worker_message_responses: list[WorkerMessageResponse] | None = None
    """Answers to the messages."""


class StreamingScalingReport(CamelModel):
    """A worker's load, on which streaming autoscaling is based."""

    active_bundle_count: int | None = None
    """Bundles in progress. Deprecated."""
    active_thread_count: int | None = None
    """Threads in use."""
    maximum_bundle_count: int | None = None
    """Limit on bundles."""
    maximum_bytes: Int64 | None = None
    """Limit on bytes."""
    maximum_bytes_count: int | None = None
    """Limit on the byte count. Deprecated."""
    maximum_thread_count: int | None = None
    """Limit on threads."""
    outstanding_bundle_count: int | None = None
    """Bundles not yet finished."""
    outstanding_bytes: Int64 | None = None
    """Bytes not yet processed."""
    outstanding_bytes_count: int | None = None
    """Byte count not yet processed. Deprecated."""


class StreamingScalingReportResponse(CamelModel):
    """Advice to a worker on its threads."""

    maximum_thread_count: int | None = None
    """Limit on threads."""


class WorkerHealthReport(CamelModel):
    """How a worker's machine and containers are."""

    msg: str | None = None
    """Words on anything unusual."""
    pods: list[dict[str, Any]] | None = None
    """Kubernetes pods on the machine, with their state."""
    report_interval: SecondsDuration | None = None
    """How often the worker reports; 0 means not stated."""
    vm_broken_code: str | None = None
    """Reason for a broken machine, if known."""
    vm_is_broken: bool | None = None
    """Whether the machine is beyond repair and should be given up."""
    vm_is_healthy: bool | None = None
    """Whether the machine works well."""
    vm_startup_time: datetime | None = None
    """When the machine started."""


class WorkerHealthReportResponse(CamelModel):
    """The service's answer to a health report."""

    report_interval: SecondsDuration | None = None
    """How often to report from now on; 0 changes nothing."""


class WorkerLifecycleEvent(CamelModel):
    """A step in the life of a worker, such as a container start."""

    container_start_time: datetime | None = None
    """When the container started; ties events of one run together."""
    event: WorkerLifecycleEventKind | None = None
    """What happened."""
    metadata: dict[str, str] | None = None
    """Further figures, such as bytes downloaded."""


class WorkerMessage(CamelModel):
    """News from a worker to the service."""

    data_sampling_report: DataSamplingReport | None = None
    """Figures on data sampling."""
    labels: dict[str, str] | None = None
    """Tags that say which job, worker and container it comes from."""
    per_worker_metrics: PerWorkerMetrics | None = None
    """Metrics that the system defines."""
    streaming_scaling_report: StreamingScalingReport | None = None
    """Load figures for streaming autoscaling."""
    time_: datetime | None = None
    """When it was written."""
    worker_health_report: WorkerHealthReport | None = None
    """State of the machine."""
    worker_lifecycle_event: WorkerLifecycleEvent | None = None
    """Step in the worker's life."""
    worker_message_code: WorkerMessageCode | None = None
    """Status or error as a code."""
    worker_metrics: ResourceUtilizationReport | None = None
    """Use of processor and memory."""
    worker_shutdown_notice: WorkerShutdownNotice | None = None
    """Notice that the worker is about to stop."""
    worker_thread_scaling_report: WorkerThreadScalingReport | None = None
    """Number of threads in use."""


class WorkerMessageCode(CamelModel):
    """A status or error for programs to read."""

    code: str | None = None
    """Kind of status, such as HARNESS_STARTED."""
    parameters: dict[str, Any] | None = None
    """Values that go with the code; identifiers belong in labels instead."""


class WorkerMessageResponse(CamelModel):
    """The service's answer to one message."""

    streaming_scaling_report_response: StreamingScalingReportResponse | None = None
    """Advice on streaming threads."""
    worker_health_report_response: WorkerHealthReportResponse | None = None
    """Answer to a health report."""
    worker_metrics_response: ResourceUtilizationReportResponse | None = None
    """Answer to a resource report, empty at present."""
    worker_shutdown_notice_response: WorkerShutdownNoticeResponse | None = None
    """Answer to a shutdown notice, empty at present."""
    worker_thread_scaling_report_response: WorkerThreadScalingReportResponse | None = None
    """Advice on the number of threads."""


class WorkerShutdownNotice(CamelModel):
    """Word from a worker that its machine is stopping."""

    reason: str | None = None
    """Why, as UNKNOWN or PREEMPTION so far."""


class WorkerShutdownNoticeResponse(FreeModel):
    """Empty answer to a shutdown notice."""


class WorkerThreadScalingReport(CamelModel):
    """How many threads a worker uses."""

    current_thread_count: int | None = None
    """Threads in use."""


class WorkerThreadScalingReportResponse(CamelModel):
    """Advice to a worker on how many threads to use."""

    recommended_thread_count: int | None = None
    """Threads that it should use."""
