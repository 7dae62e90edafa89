"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .common import (
        Parameter,
        ProtobufAny,
        Relationship,
        ResourceKey,
        ResourceReference,
        ResourceType,
        Status,
    )
    from .experiments import Experiment, ExperimentStorageState, ListExperimentsResponse
    from .healthz import GetHealthzResponse
    from .jobs import CronSchedule, Job, JobMode, ListJobsResponse, PeriodicSchedule, Trigger
    from .jobs_runs import PipelineSpec, PipelineSpecRuntimeConfig, ProtobufValue
    from .pipelines import (
        GetTemplateResponse,
        ListPipelinesResponse,
        ListPipelineVersionsResponse,
        Pipeline,
        PipelineVersion,
        Url,
    )
    from .runs import (
        ListRunsResponse,
        PipelineRuntime,
        ReadArtifactResponse,
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
    from .unused import ProtobufListValue, ProtobufNullValue, ProtobufStruct

__all__: list[str] = ["Parameter", "ProtobufAny", "Relationship", "ResourceKey"]
__all__ += ["ResourceReference", "ResourceType", "Status"]
__all__ += ["Experiment", "ExperimentStorageState", "ListExperimentsResponse"]
__all__ += ["GetHealthzResponse"]
__all__ += ["CronSchedule", "Job", "JobMode", "ListJobsResponse", "PeriodicSchedule", "Trigger"]
__all__ += ["PipelineSpec", "PipelineSpecRuntimeConfig", "ProtobufValue"]
__all__ += ["GetTemplateResponse", "ListPipelinesResponse", "ListPipelineVersionsResponse"]
__all__ += ["Pipeline", "PipelineVersion", "Url"]
__all__ += ["ListRunsResponse", "PipelineRuntime", "ReadArtifactResponse"]
__all__ += ["ReportRunMetricsRequest", "ReportRunMetricsResponse"]
__all__ += ["ReportRunMetricsResponseReportRunMetricResult"]
__all__ += ["ReportRunMetricsResponseReportRunMetricResultStatus", "Run", "RunDetail", "RunMetric"]
__all__ += ["RunMetricFormat", "RunStorageState"]
__all__ += ["ProtobufListValue", "ProtobufNullValue", "ProtobufStruct"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Parameter": ".common",
        "Experiment": ".experiments",
        "GetHealthzResponse": ".healthz",
        "CronSchedule": ".jobs",
        "PipelineSpec": ".jobs_runs",
        "GetTemplateResponse": ".pipelines",
        "ListRunsResponse": ".runs",
        "ProtobufListValue": ".unused",
    },
)
