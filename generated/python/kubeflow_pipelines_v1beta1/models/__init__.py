"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .common import (
        GoogleRpcStatus,
        Parameter,
        ProtobufAny,
        Relationship,
        ResourceKey,
        ResourceReference,
        ResourceType,
    )
    from .experiments import Experiment, ExperimentStorageState, ListExperimentsResponse
    from .healthz import GetHealthzResponse
    from .jobs import CronSchedule, Job, JobMode, ListJobsResponse, PeriodicSchedule, Trigger
    from .jobs_runs import PipelineSpec, PipelineSpecRuntimeConfig
    from .pipelines import (
        GetTemplateResponse,
        ListPipelinesResponse,
        ListPipelineVersionsResponse,
        Pipeline,
        PipelineVersion,
        Status,
        Url,
    )
    from .runs import (
        ListRunsResponse,
        PipelineRuntime,
        ReportRunMetricsRequest,
        ReportRunMetricsResponse,
        ReportRunMetricsResponseReportRunMetricResult,
        ReportRunMetricsResponseReportRunMetricResultStatus,
        Run,
        RunDetail,
        RunMetric,
        RunMetricFormat,
        RunStorageState,
    )
    from .unused import ProtobufNullValue

__all__: list[str] = ["GoogleRpcStatus", "Parameter", "ProtobufAny", "Relationship", "ResourceKey"]
__all__ += ["ResourceReference", "ResourceType"]
__all__ += ["Experiment", "ExperimentStorageState", "ListExperimentsResponse"]
__all__ += ["GetHealthzResponse"]
__all__ += ["CronSchedule", "Job", "JobMode", "ListJobsResponse", "PeriodicSchedule", "Trigger"]
__all__ += ["PipelineSpec", "PipelineSpecRuntimeConfig"]
__all__ += ["GetTemplateResponse", "ListPipelinesResponse", "ListPipelineVersionsResponse"]
__all__ += ["Pipeline", "PipelineVersion", "Status", "Url"]
__all__ += ["ListRunsResponse", "PipelineRuntime", "ReportRunMetricsRequest"]
__all__ += ["ReportRunMetricsResponse", "ReportRunMetricsResponseReportRunMetricResult"]
__all__ += ["ReportRunMetricsResponseReportRunMetricResultStatus", "Run", "RunDetail", "RunMetric"]
__all__ += ["RunMetricFormat", "RunStorageState"]
__all__ += ["ProtobufNullValue"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "GoogleRpcStatus": ".common",
        "Experiment": ".experiments",
        "GetHealthzResponse": ".healthz",
        "CronSchedule": ".jobs",
        "PipelineSpec": ".jobs_runs",
        "GetTemplateResponse": ".pipelines",
        "ListRunsResponse": ".runs",
        "ProtobufNullValue": ".unused",
    },
)
