"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .auth import AuthorizeRequestResources, AuthorizeRequestVerb
    from .common import GoogleRpcStatus, ProtobufAny
    from .experiments import Experiment, ExperimentStorageState, ListExperimentsResponse
    from .healthz import GetHealthzResponse
    from .pipelines import (
        CreatePipelineAndVersionRequest,
        ListPipelinesResponse,
        ListPipelineVersionsResponse,
        Pipeline,
        PipelineVersion,
        UpdatePipelineRequest,
        UpdatePipelineVersionRequest,
        Url,
    )
    from .recurring_runs import (
        CronSchedule,
        DeletePropagationPolicy,
        ListRecurringRunsResponse,
        PeriodicSchedule,
        RecurringRun,
        RecurringRunMode,
        RecurringRunStatus,
        Trigger,
    )
    from .recurring_runs_runs import PipelineVersionReference, RuntimeConfig
    from .runs import (
        ArtifactList,
        ListRunsResponse,
        MetadataValue,
        MetadataValueRenderType,
        PipelineTaskDetail,
        PipelineTaskDetailChildTask,
        PipelineTaskExecutorDetail,
        PluginOutput,
        PluginState,
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
        ProtobufNullValue,
    )
    from .visualizations import Visualization, VisualizationType

__all__: list[str] = ["AuthorizeRequestResources", "AuthorizeRequestVerb"]
__all__ += ["GoogleRpcStatus", "ProtobufAny"]
__all__ += ["Experiment", "ExperimentStorageState", "ListExperimentsResponse"]
__all__ += ["GetHealthzResponse"]
__all__ += ["CreatePipelineAndVersionRequest", "ListPipelinesResponse"]
__all__ += ["ListPipelineVersionsResponse", "Pipeline", "PipelineVersion", "UpdatePipelineRequest"]
__all__ += ["UpdatePipelineVersionRequest", "Url"]
__all__ += ["CronSchedule", "DeletePropagationPolicy", "ListRecurringRunsResponse"]
__all__ += ["PeriodicSchedule", "RecurringRun", "RecurringRunMode", "RecurringRunStatus", "Trigger"]
__all__ += ["PipelineVersionReference", "RuntimeConfig"]
__all__ += ["ArtifactList", "ListRunsResponse", "MetadataValue", "MetadataValueRenderType"]
__all__ += ["PipelineTaskDetail", "PipelineTaskDetailChildTask", "PipelineTaskExecutorDetail"]
__all__ += ["PluginOutput", "PluginState", "Run", "RunDetails", "RunStorageState", "RuntimeState"]
__all__ += ["RuntimeStatus"]
__all__ += ["Filter", "Predicate", "PredicateIntValues", "PredicateLongValues"]
__all__ += ["PredicateOperation", "PredicateStringValues", "ProtobufNullValue"]
__all__ += ["Visualization", "VisualizationType"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "AuthorizeRequestResources": ".auth",
        "GoogleRpcStatus": ".common",
        "Experiment": ".experiments",
        "GetHealthzResponse": ".healthz",
        "CreatePipelineAndVersionRequest": ".pipelines",
        "CronSchedule": ".recurring_runs",
        "PipelineVersionReference": ".recurring_runs_runs",
        "ArtifactList": ".runs",
        "Filter": ".unused",
        "Visualization": ".visualizations",
    },
)
