"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .common import ProtobufAny, Status
    from .experiments import Experiment, ExperimentStorageState, ListExperimentsResponse
    from .healthz import GetHealthzResponse
    from .jobs import CronSchedule, Job, JobMode, ListJobsResponse, PeriodicSchedule, Trigger
    from .jobs_runs import (
        PipelineSpec,
        PipelineSpecRuntimeConfig,
        ProtobufListValue,
        ProtobufNullValue,
        ProtobufStruct,
        ProtobufValue,
    )
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
    from .shared_parameter import Parameter
    from .shared_resource_reference import (
        Relationship,
        ResourceKey,
        ResourceReference,
        ResourceType,
    )

__all__ = [
    "CronSchedule",
    "Experiment",
    "ExperimentStorageState",
    "GetHealthzResponse",
    "GetTemplateResponse",
    "Job",
    "JobMode",
    "ListExperimentsResponse",
    "ListJobsResponse",
    "ListPipelineVersionsResponse",
    "ListPipelinesResponse",
    "ListRunsResponse",
    "Parameter",
    "PeriodicSchedule",
    "Pipeline",
    "PipelineRuntime",
    "PipelineSpec",
    "PipelineSpecRuntimeConfig",
    "PipelineVersion",
    "ProtobufAny",
    "ProtobufListValue",
    "ProtobufNullValue",
    "ProtobufStruct",
    "ProtobufValue",
    "ReadArtifactResponse",
    "Relationship",
    "ReportRunMetricsRequest",
    "ReportRunMetricsResponse",
    "ReportRunMetricsResponseReportRunMetricResult",
    "ReportRunMetricsResponseReportRunMetricResultStatus",
    "ResourceKey",
    "ResourceReference",
    "ResourceType",
    "Run",
    "RunDetail",
    "RunMetric",
    "RunMetricFormat",
    "RunStorageState",
    "Status",
    "Trigger",
    "Url",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "CronSchedule": ".jobs",
        "Experiment": ".experiments",
        "ExperimentStorageState": ".experiments",
        "GetHealthzResponse": ".healthz",
        "GetTemplateResponse": ".pipelines",
        "Job": ".jobs",
        "JobMode": ".jobs",
        "ListExperimentsResponse": ".experiments",
        "ListJobsResponse": ".jobs",
        "ListPipelineVersionsResponse": ".pipelines",
        "ListPipelinesResponse": ".pipelines",
        "ListRunsResponse": ".runs",
        "Parameter": ".shared_parameter",
        "PeriodicSchedule": ".jobs",
        "Pipeline": ".pipelines",
        "PipelineRuntime": ".runs",
        "PipelineSpec": ".jobs_runs",
        "PipelineSpecRuntimeConfig": ".jobs_runs",
        "PipelineVersion": ".pipelines",
        "ProtobufAny": ".common",
        "ProtobufListValue": ".jobs_runs",
        "ProtobufNullValue": ".jobs_runs",
        "ProtobufStruct": ".jobs_runs",
        "ProtobufValue": ".jobs_runs",
        "ReadArtifactResponse": ".runs",
        "Relationship": ".shared_resource_reference",
        "ReportRunMetricsRequest": ".runs",
        "ReportRunMetricsResponse": ".runs",
        "ReportRunMetricsResponseReportRunMetricResult": ".runs",
        "ReportRunMetricsResponseReportRunMetricResultStatus": ".runs",
        "ResourceKey": ".shared_resource_reference",
        "ResourceReference": ".shared_resource_reference",
        "ResourceType": ".shared_resource_reference",
        "Run": ".runs",
        "RunDetail": ".runs",
        "RunMetric": ".runs",
        "RunMetricFormat": ".runs",
        "RunStorageState": ".runs",
        "Status": ".common",
        "Trigger": ".jobs",
        "Url": ".pipelines",
    },
)
