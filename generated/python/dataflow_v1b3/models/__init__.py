"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .common import Alt, MetricStructuredName, MetricUpdate, Package, Xgafv
    from .config_store_settings import (
        ConfigStoreSetting,
        ConfigStoreSettingValue,
        Empty,
        ListConfigStoreSettingsResponse,
        ResolveConfigStoreSettingRequest,
        ResolveConfigStoreSettingResponse,
    )
    from .debug import (
        GetDebugConfigRequest,
        GetDebugConfigResponse,
        GetWorkerStacktracesRequest,
        GetWorkerStacktracesResponse,
        Sdk,
        SendDebugCaptureRequest,
        SendDebugCaptureRequestDataFormat,
        SendDebugCaptureResponse,
        Stack,
    )
    from .flex_templates import (
        ContainerSpec,
        FlexTemplateRuntimeEnvironment,
        LaunchFlexTemplateParameter,
        LaunchFlexTemplateRequest,
        LaunchFlexTemplateResponse,
    )
    from .flex_templates_templates import (
        ParameterMetadata,
        ParameterMetadataEnumOption,
        ParameterMetadataParamType,
        SDKInfo,
        SDKInfoLanguage,
        TemplateMetadata,
    )
    from .jobs import (
        FailedLocation,
        JobExecutionDetails,
        JobFilter,
        JobMetrics,
        JobView,
        ListJobsResponse,
        SnapshotJobRequest,
        StageSummary,
        Straggler,
        StragglerSummary,
        StreamingStragglerInfo,
    )
    from .jobs_snapshots import PubsubSnapshotMetadata, Snapshot, SnapshotState
    from .jobs_stages import (
        ExecutionState,
        HotKeyDebuggingInfo,
        HotKeyInfo,
        Point,
        ProgressTimeseries,
        StragglerDebuggingInfo,
        StragglerInfo,
    )
    from .locations_projects import (
        Base2Exponent,
        BucketOptions,
        CPUTime,
        DataflowGaugeValue,
        DataflowHistogramValue,
        DataSamplingReport,
        GPUUsage,
        GPUUtilization,
        Linear,
        MemInfo,
        MetricValue,
        OutlierStats,
        PerStepNamespaceMetrics,
        PerWorkerMetrics,
        ResourceUtilizationReport,
        ResourceUtilizationReportResponse,
        SendWorkerMessagesRequest,
        SendWorkerMessagesResponse,
        StreamingScalingReport,
        StreamingScalingReportResponse,
        WorkerHealthReport,
        WorkerHealthReportResponse,
        WorkerLifecycleEvent,
        WorkerLifecycleEventKind,
        WorkerMessage,
        WorkerMessageCode,
        WorkerMessageResponse,
        WorkerShutdownNotice,
        WorkerShutdownNoticeResponse,
        WorkerThreadScalingReport,
        WorkerThreadScalingReportResponse,
    )
    from .messages import (
        AutoscalingEvent,
        AutoscalingEventType,
        JobMessage,
        ListJobMessagesResponse,
        MessageImportance,
        Parameter,
        StructuredMessage,
    )
    from .projects_snapshots import DeleteSnapshotResponse
    from .shared_job import (
        AutoscalingAlgorithm,
        AutoscalingSchedule,
        AutoscalingSettings,
        BigqueryIODetails,
        BigTableIODetails,
        ComponentSource,
        ComponentTransform,
        DataSamplingConfig,
        DataSamplingConfigBehavior,
        DatastoreIODetails,
        DebugOptions,
        DefaultPackageSet,
        Disk,
        DisplayData,
        Environment,
        EnvironmentGoal,
        EnvironmentShuffleMode,
        ExecutionStageState,
        ExecutionStageSummary,
        FileIODetails,
        Job,
        JobExecutionInfo,
        JobExecutionStageInfo,
        JobMetadata,
        JobState,
        JobType,
        Parameters,
        PipelineDescription,
        PubSubIODetails,
        RuntimeUpdatableParams,
        SdkBug,
        SdkBugSeverity,
        SdkBugType,
        SdkHarnessContainerImage,
        SdkVersion,
        SdkVersionSdkSupportStatus,
        ServiceResources,
        SpannerIODetails,
        StageSource,
        Step,
        StreamingMode,
        SummaryKind,
        TaskRunnerSettings,
        TransformSummary,
        WorkerIp,
        WorkerPool,
        WorkerPoolTeardownPolicy,
        WorkerSettings,
    )
    from .snapshots import ListSnapshotsResponse
    from .stages import StageExecutionDetails, WorkerDetails, WorkItemDetails
    from .templates import (
        CreateJobFromTemplateRequest,
        GetTemplateResponse,
        GetTemplateResponseTemplateType,
        LaunchTemplateParameters,
        LaunchTemplateResponse,
        RuntimeEnvironment,
        RuntimeMetadata,
    )
    from .templates_work_items import Status
    from .work_items import (
        ApproximateProgress,
        ApproximateReportedProgress,
        ApproximateSplitRequest,
        BoundedTrie,
        BoundedTrieNode,
        ComputationTopology,
        ConcatPosition,
        CounterMetadata,
        CounterMetadataKind,
        CounterMetadataStandardUnit,
        CounterStructuredName,
        CounterStructuredNameAndMetadata,
        CounterStructuredNameOrigin,
        CounterStructuredNamePortion,
        CounterUpdate,
        CustomSourceLocation,
        DataDiskAssignment,
        DerivedSource,
        DistributionUpdate,
        DynamicSourceSplit,
        FlattenInstruction,
        FloatingPointList,
        FloatingPointMean,
        Histogram,
        HotKeyDetection,
        InstructionInput,
        InstructionOutput,
        IntegerGauge,
        IntegerList,
        IntegerMean,
        KeyRangeDataDiskAssignment,
        KeyRangeLocation,
        LeaseWorkItemRequest,
        LeaseWorkItemResponse,
        MapTask,
        MetricShortId,
        MountedDataDisk,
        MultiOutputInfo,
        NameAndKind,
        ParallelInstruction,
        ParDoInstruction,
        PartialGroupByKeyInstruction,
        Position,
        PubsubLocation,
        ReadInstruction,
        ReportedParallelism,
        ReportWorkItemStatusRequest,
        ReportWorkItemStatusResponse,
        SeqMapTask,
        SeqMapTaskOutputInfo,
        ShellTask,
        SideInputInfo,
        Sink,
        Source,
        SourceDerivationMode,
        SourceFork,
        SourceGetMetadataRequest,
        SourceGetMetadataResponse,
        SourceMetadata,
        SourceOperationRequest,
        SourceOperationResponse,
        SourceSplitOptions,
        SourceSplitOutcome,
        SourceSplitRequest,
        SourceSplitResponse,
        SourceSplitShard,
        SplitInt64,
        StateFamilyConfig,
        StreamingApplianceSnapshotConfig,
        StreamingComputationConfig,
        StreamingComputationRanges,
        StreamingComputationTask,
        StreamingComputationTaskType,
        StreamingConfigTask,
        StreamingOperationalLimits,
        StreamingSetupTask,
        StreamingSideInputLocation,
        StreamingStageLocation,
        StreamLocation,
        StringList,
        TopologyConfig,
        WorkItem,
        WorkItemServiceState,
        WorkItemStatus,
        WriteInstruction,
    )

__all__: list[str] = ["Alt", "MetricStructuredName", "MetricUpdate", "Package", "Xgafv"]
__all__ += ["ConfigStoreSetting", "ConfigStoreSettingValue", "Empty"]
__all__ += ["ListConfigStoreSettingsResponse", "ResolveConfigStoreSettingRequest"]
__all__ += ["ResolveConfigStoreSettingResponse"]
__all__ += ["GetDebugConfigRequest", "GetDebugConfigResponse", "GetWorkerStacktracesRequest"]
__all__ += ["GetWorkerStacktracesResponse", "Sdk", "SendDebugCaptureRequest"]
__all__ += ["SendDebugCaptureRequestDataFormat", "SendDebugCaptureResponse", "Stack"]
__all__ += ["ContainerSpec", "FlexTemplateRuntimeEnvironment", "LaunchFlexTemplateParameter"]
__all__ += ["LaunchFlexTemplateRequest", "LaunchFlexTemplateResponse"]
__all__ += ["ParameterMetadata", "ParameterMetadataEnumOption", "ParameterMetadataParamType"]
__all__ += ["SDKInfo", "SDKInfoLanguage", "TemplateMetadata"]
__all__ += ["FailedLocation", "JobExecutionDetails", "JobFilter", "JobMetrics", "JobView"]
__all__ += ["ListJobsResponse", "SnapshotJobRequest", "StageSummary", "Straggler"]
__all__ += ["StragglerSummary", "StreamingStragglerInfo"]
__all__ += ["PubsubSnapshotMetadata", "Snapshot", "SnapshotState"]
__all__ += ["ExecutionState", "HotKeyDebuggingInfo", "HotKeyInfo", "Point", "ProgressTimeseries"]
__all__ += ["StragglerDebuggingInfo", "StragglerInfo"]
__all__ += ["Base2Exponent", "BucketOptions", "CPUTime", "DataflowGaugeValue"]
__all__ += ["DataflowHistogramValue", "DataSamplingReport", "GPUUsage", "GPUUtilization", "Linear"]
__all__ += ["MemInfo", "MetricValue", "OutlierStats", "PerStepNamespaceMetrics", "PerWorkerMetrics"]
__all__ += ["ResourceUtilizationReport", "ResourceUtilizationReportResponse"]
__all__ += ["SendWorkerMessagesRequest", "SendWorkerMessagesResponse", "StreamingScalingReport"]
__all__ += ["StreamingScalingReportResponse", "WorkerHealthReport", "WorkerHealthReportResponse"]
__all__ += ["WorkerLifecycleEvent", "WorkerLifecycleEventKind", "WorkerMessage"]
__all__ += ["WorkerMessageCode", "WorkerMessageResponse", "WorkerShutdownNotice"]
__all__ += ["WorkerShutdownNoticeResponse", "WorkerThreadScalingReport"]
__all__ += ["WorkerThreadScalingReportResponse"]
__all__ += ["AutoscalingEvent", "AutoscalingEventType", "JobMessage", "ListJobMessagesResponse"]
__all__ += ["MessageImportance", "Parameter", "StructuredMessage"]
__all__ += ["DeleteSnapshotResponse"]
__all__ += ["AutoscalingAlgorithm", "AutoscalingSchedule", "AutoscalingSettings"]
__all__ += ["BigqueryIODetails", "BigTableIODetails", "ComponentSource", "ComponentTransform"]
__all__ += ["DataSamplingConfig", "DataSamplingConfigBehavior", "DatastoreIODetails"]
__all__ += ["DebugOptions", "DefaultPackageSet", "Disk", "DisplayData", "Environment"]
__all__ += ["EnvironmentGoal", "EnvironmentShuffleMode", "ExecutionStageState"]
__all__ += ["ExecutionStageSummary", "FileIODetails", "Job", "JobExecutionInfo"]
__all__ += ["JobExecutionStageInfo", "JobMetadata", "JobState", "JobType", "Parameters"]
__all__ += ["PipelineDescription", "PubSubIODetails", "RuntimeUpdatableParams", "SdkBug"]
__all__ += ["SdkBugSeverity", "SdkBugType", "SdkHarnessContainerImage", "SdkVersion"]
__all__ += ["SdkVersionSdkSupportStatus", "ServiceResources", "SpannerIODetails", "StageSource"]
__all__ += ["Step", "StreamingMode", "SummaryKind", "TaskRunnerSettings", "TransformSummary"]
__all__ += ["WorkerIp", "WorkerPool", "WorkerPoolTeardownPolicy", "WorkerSettings"]
__all__ += ["ListSnapshotsResponse"]
__all__ += ["StageExecutionDetails", "WorkerDetails", "WorkItemDetails"]
__all__ += ["CreateJobFromTemplateRequest", "GetTemplateResponse"]
__all__ += ["GetTemplateResponseTemplateType", "LaunchTemplateParameters", "LaunchTemplateResponse"]
__all__ += ["RuntimeEnvironment", "RuntimeMetadata"]
__all__ += ["Status"]
__all__ += ["ApproximateProgress", "ApproximateReportedProgress", "ApproximateSplitRequest"]
__all__ += ["BoundedTrie", "BoundedTrieNode", "ComputationTopology", "ConcatPosition"]
__all__ += ["CounterMetadata", "CounterMetadataKind", "CounterMetadataStandardUnit"]
__all__ += ["CounterStructuredName", "CounterStructuredNameAndMetadata"]
__all__ += ["CounterStructuredNameOrigin", "CounterStructuredNamePortion", "CounterUpdate"]
__all__ += ["CustomSourceLocation", "DataDiskAssignment", "DerivedSource", "DistributionUpdate"]
__all__ += ["DynamicSourceSplit", "FlattenInstruction", "FloatingPointList", "FloatingPointMean"]
__all__ += ["Histogram", "HotKeyDetection", "InstructionInput", "InstructionOutput", "IntegerGauge"]
__all__ += ["IntegerList", "IntegerMean", "KeyRangeDataDiskAssignment", "KeyRangeLocation"]
__all__ += ["LeaseWorkItemRequest", "LeaseWorkItemResponse", "MapTask", "MetricShortId"]
__all__ += ["MountedDataDisk", "MultiOutputInfo", "NameAndKind", "ParallelInstruction"]
__all__ += ["ParDoInstruction", "PartialGroupByKeyInstruction", "Position", "PubsubLocation"]
__all__ += ["ReadInstruction", "ReportedParallelism", "ReportWorkItemStatusRequest"]
__all__ += ["ReportWorkItemStatusResponse", "SeqMapTask", "SeqMapTaskOutputInfo", "ShellTask"]
__all__ += ["SideInputInfo", "Sink", "Source", "SourceDerivationMode", "SourceFork"]
__all__ += ["SourceGetMetadataRequest", "SourceGetMetadataResponse", "SourceMetadata"]
__all__ += ["SourceOperationRequest", "SourceOperationResponse", "SourceSplitOptions"]
__all__ += ["SourceSplitOutcome", "SourceSplitRequest", "SourceSplitResponse", "SourceSplitShard"]
__all__ += ["SplitInt64", "StateFamilyConfig", "StreamingApplianceSnapshotConfig"]
__all__ += ["StreamingComputationConfig", "StreamingComputationRanges", "StreamingComputationTask"]
__all__ += ["StreamingComputationTaskType", "StreamingConfigTask", "StreamingOperationalLimits"]
__all__ += ["StreamingSetupTask", "StreamingSideInputLocation", "StreamingStageLocation"]
__all__ += ["StreamLocation", "StringList", "TopologyConfig", "WorkItem", "WorkItemServiceState"]
__all__ += ["WorkItemStatus", "WriteInstruction"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Alt": ".common",
        "ConfigStoreSetting": ".config_store_settings",
        "GetDebugConfigRequest": ".debug",
        "ContainerSpec": ".flex_templates",
        "ParameterMetadata": ".flex_templates_templates",
        "FailedLocation": ".jobs",
        "PubsubSnapshotMetadata": ".jobs_snapshots",
        "ExecutionState": ".jobs_stages",
        "Base2Exponent": ".locations_projects",
        "AutoscalingEvent": ".messages",
        "DeleteSnapshotResponse": ".projects_snapshots",
        "AutoscalingAlgorithm": ".shared_job",
        "ListSnapshotsResponse": ".snapshots",
        "StageExecutionDetails": ".stages",
        "CreateJobFromTemplateRequest": ".templates",
        "Status": ".templates_work_items",
        "ApproximateProgress": ".work_items",
    },
)
