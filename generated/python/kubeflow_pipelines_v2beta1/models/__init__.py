"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .auth import AuthorizeRequestResources, AuthorizeRequestVerb
    from .common import GooglerpcStatus, ProtobufAny, ProtobufStruct
    from .experiments import Experiment, ExperimentStorageState, ListExperimentsResponse
    from .healthz import GetHealthzResponse
    from .pipelines import (
        ApiPipeline,
        ApiPipelineVersion,
        ApiUrl,
        ListPipelinesResponse,
        ListPipelineVersionsResponse,
        Parameter,
        Pipeline,
        PipelineVersion,
        Relationship,
        ResourceKey,
        ResourceReference,
        ResourceType,
        Status,
        Url,
    )
    from .recurring_runs import (
        CronSchedule,
        ListRecurringRunsResponse,
        PeriodicSchedule,
        RecurringRun,
        RecurringRunMode,
        RecurringRunStatus,
        Trigger,
    )
    from .recurring_runs_runs import ProtobufValue, RuntimeConfig
    from .runs import (
        ArtifactList,
        ListRunsResponse,
        PipelineTaskDetail,
        PipelineTaskExecutorDetail,
        ReadArtifactResponse,
        Run,
        RunDetails,
        RunStorageState,
        RuntimeState,
        RuntimeStatus,
    )
    from .unused import (
        Filter,
        Predicate,
        PredicateIntValues,
        PredicateLongValues,
        PredicateOperation,
        PredicateStringValues,
        ProtobufListValue,
        ProtobufNullValue,
    )
    from .visualizations import Visualization, VisualizationType

__all__: list[str] = ["AuthorizeRequestResources", "AuthorizeRequestVerb"]
__all__ += ["GooglerpcStatus", "ProtobufAny", "ProtobufStruct"]
__all__ += ["Experiment", "ExperimentStorageState", "ListExperimentsResponse"]
__all__ += ["GetHealthzResponse"]
__all__ += ["ApiPipeline", "ApiPipelineVersion", "ApiUrl", "ListPipelinesResponse"]
__all__ += ["ListPipelineVersionsResponse", "Parameter", "Pipeline", "PipelineVersion"]
__all__ += ["Relationship", "ResourceKey", "ResourceReference", "ResourceType", "Status", "Url"]
__all__ += ["CronSchedule", "ListRecurringRunsResponse", "PeriodicSchedule", "RecurringRun"]
__all__ += ["RecurringRunMode", "RecurringRunStatus", "Trigger"]
__all__ += ["ProtobufValue", "RuntimeConfig"]
__all__ += ["ArtifactList", "ListRunsResponse", "PipelineTaskDetail", "PipelineTaskExecutorDetail"]
__all__ += ["ReadArtifactResponse", "Run", "RunDetails", "RunStorageState", "RuntimeState"]
__all__ += ["RuntimeStatus"]
__all__ += ["Filter", "Predicate", "PredicateIntValues", "PredicateLongValues"]
__all__ += ["PredicateOperation", "PredicateStringValues", "ProtobufListValue", "ProtobufNullValue"]
__all__ += ["Visualization", "VisualizationType"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "AuthorizeRequestResources": ".auth",
        "GooglerpcStatus": ".common",
        "Experiment": ".experiments",
        "GetHealthzResponse": ".healthz",
        "ApiPipeline": ".pipelines",
        "CronSchedule": ".recurring_runs",
        "ProtobufValue": ".recurring_runs_runs",
        "ArtifactList": ".runs",
        "Filter": ".unused",
        "Visualization": ".visualizations",
    },
)
