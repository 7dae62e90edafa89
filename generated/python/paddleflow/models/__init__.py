"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .artifacts import ArtifactInfo, ArtifactInfoType, ArtifactListResponse
    from .caches import (
        CreateFsCacheRequest,
        FSCacheConfig,
        RunCacheInfo,
        RunCacheInfoStrategy,
        RunCacheListResponse,
    )
    from .client import LoginRequest, LoginResponse, VersionInfo
    from .clusters import (
        ClusterInfo,
        ClusterInfoClusterType,
        ClusterListResponse,
        ClusterQuota,
        ClusterResourceResponse,
        ClusterStatus,
        ClusterType,
        CreateClusterObjectRequest,
        CreateClusterRequest,
        DeleteClusterObjectRequest,
        NodeQuota,
        QueryClusterResourcesRequest,
        QuotaSummary,
        UpdateClusterObjectRequest,
        UpdateClusterRequest,
    )
    from .clusters_queues import Resource
    from .common import ErrorEnvelope, ErrorEnvelopeCode
    from .flavours import (
        CreateFlavourRequest,
        FlavourInfo,
        FlavourListResponse,
        UpdateFlavourRequest,
    )
    from .flavours_resource_pools import NameResponse
    from .fs import (
        AddFsRequest,
        CreateFSResponse,
        FSInfo,
        FSInfoType,
        FSListResponse,
        FSSession,
        UpdateFsRequest,
    )
    from .grants import (
        CreateGrantResponse,
        GrantInfo,
        GrantInfoResourceType,
        GrantListResponse,
        GrantQueueRequest,
    )
    from .jobs import (
        CreateDistributedJobRequest,
        CreateSingleJobRequest,
        CreateWorkflowJobRequest,
        Job,
        JobFileSystem,
        JobFlavour,
        JobIDResponse,
        JobListResponse,
        JobMember,
        JobRuntime,
        SchedulingPolicy,
        UpdateJobRequest,
    )
    from .links import AddLinkRequest, LinkInfo, LinkInfoType, LinkListResponse
    from .logs import JobLog, JobLogDetail, LogContent, LogFilePosition, RunLogResponse, TaskLog
    from .pipeline_versions import (
        PipelineVersionDetailResponse,
        UpdatePipelineRequest,
        UpdatePipelineResponse,
    )
    from .pipeline_versions_pipelines import PipelineInfo, PipelineVersionInfo
    from .pipelines import (
        CreatePipelineRequest,
        CreatePipelineResponse,
        PipelineDetailResponse,
        PipelineListResponse,
        PipelineVersionPage,
    )
    from .queues import (
        CreateQueueRequest,
        CreateQueueResponse,
        QueueInfo,
        QueueInfoStatus,
        QueueListResponse,
        QuotaType,
        UpdateQueueRequest,
    )
    from .queues_resource_pools import ResourceRequest
    from .resource_pools import (
        CreateResourcePoolRequest,
        ResourcePool,
        ResourcePoolListResponse,
        UpdateResourcePoolRequest,
    )
    from .runs import (
        Artifacts,
        CreateRunJsonRequest,
        CreateRunRequest,
        DagInfo,
        DagInfoStatus,
        DeleteRunRequest,
        FailureOptions,
        FailureOptionsStrategy,
        FsMount,
        FsOptions,
        FsScope,
        JobInfo,
        RunIDResponse,
        RunInfo,
        RunNode,
        StepCache,
        StopRunRequest,
    )
    from .runs_schedules import RunBrief, RunListResponse, RunStatus
    from .schedules import (
        ConcurrencyPolicy,
        CreateScheduleRequest,
        CreateScheduleResponse,
        ScheduleDetailResponse,
        ScheduleFsConfig,
        ScheduleInfo,
        ScheduleListResponse,
        ScheduleOptions,
        ScheduleStatus,
    )
    from .statistics import (
        CardTimeResponse,
        QueryCardTimeRequest,
        QueueCardTime,
        Result,
        StatisticsJobDetailInfo,
        StatisticsJobInfo,
        TaskInfo,
        TaskInfoMetric,
    )
    from .unused import LogInfo
    from .users import (
        AddUserRequest,
        CreateUserResponse,
        UpdatePasswordRequest,
        UserInfo,
        UserListResponse,
    )

__all__: list[str] = ["ArtifactInfo", "ArtifactInfoType", "ArtifactListResponse"]
__all__ += ["CreateFsCacheRequest", "FSCacheConfig", "RunCacheInfo", "RunCacheInfoStrategy"]
__all__ += ["RunCacheListResponse"]
__all__ += ["LoginRequest", "LoginResponse", "VersionInfo"]
__all__ += ["ClusterInfo", "ClusterInfoClusterType", "ClusterListResponse", "ClusterQuota"]
__all__ += ["ClusterResourceResponse", "ClusterStatus", "ClusterType", "CreateClusterObjectRequest"]
__all__ += ["CreateClusterRequest", "DeleteClusterObjectRequest", "NodeQuota"]
__all__ += ["QueryClusterResourcesRequest", "QuotaSummary", "UpdateClusterObjectRequest"]
__all__ += ["UpdateClusterRequest"]
__all__ += ["Resource"]
__all__ += ["ErrorEnvelope", "ErrorEnvelopeCode"]
__all__ += ["CreateFlavourRequest", "FlavourInfo", "FlavourListResponse", "UpdateFlavourRequest"]
__all__ += ["NameResponse"]
__all__ += ["AddFsRequest", "CreateFSResponse", "FSInfo", "FSInfoType", "FSListResponse"]
__all__ += ["FSSession", "UpdateFsRequest"]
__all__ += ["CreateGrantResponse", "GrantInfo", "GrantInfoResourceType", "GrantListResponse"]
__all__ += ["GrantQueueRequest"]
__all__ += ["CreateDistributedJobRequest", "CreateSingleJobRequest", "CreateWorkflowJobRequest"]
__all__ += ["Job", "JobFileSystem", "JobFlavour", "JobIDResponse", "JobListResponse", "JobMember"]
__all__ += ["JobRuntime", "SchedulingPolicy", "UpdateJobRequest"]
__all__ += ["AddLinkRequest", "LinkInfo", "LinkInfoType", "LinkListResponse"]
__all__ += ["JobLog", "JobLogDetail", "LogContent", "LogFilePosition", "RunLogResponse", "TaskLog"]
__all__ += ["PipelineVersionDetailResponse", "UpdatePipelineRequest", "UpdatePipelineResponse"]
__all__ += ["PipelineInfo", "PipelineVersionInfo"]
__all__ += ["CreatePipelineRequest", "CreatePipelineResponse", "PipelineDetailResponse"]
__all__ += ["PipelineListResponse", "PipelineVersionPage"]
__all__ += ["CreateQueueRequest", "CreateQueueResponse", "QueueInfo", "QueueInfoStatus"]
__all__ += ["QueueListResponse", "QuotaType", "UpdateQueueRequest"]
__all__ += ["ResourceRequest"]
__all__ += ["CreateResourcePoolRequest", "ResourcePool", "ResourcePoolListResponse"]
__all__ += ["UpdateResourcePoolRequest"]
__all__ += ["Artifacts", "CreateRunJsonRequest", "CreateRunRequest", "DagInfo", "DagInfoStatus"]
__all__ += ["DeleteRunRequest", "FailureOptions", "FailureOptionsStrategy", "FsMount", "FsOptions"]
__all__ += ["FsScope", "JobInfo", "RunIDResponse", "RunInfo", "RunNode", "StepCache"]
__all__ += ["StopRunRequest"]
__all__ += ["RunBrief", "RunListResponse", "RunStatus"]
__all__ += ["ConcurrencyPolicy", "CreateScheduleRequest", "CreateScheduleResponse"]
__all__ += ["ScheduleDetailResponse", "ScheduleFsConfig", "ScheduleInfo", "ScheduleListResponse"]
__all__ += ["ScheduleOptions", "ScheduleStatus"]
__all__ += ["CardTimeResponse", "QueryCardTimeRequest", "QueueCardTime", "Result"]
__all__ += ["StatisticsJobDetailInfo", "StatisticsJobInfo", "TaskInfo", "TaskInfoMetric"]
__all__ += ["LogInfo"]
__all__ += ["AddUserRequest", "CreateUserResponse", "UpdatePasswordRequest", "UserInfo"]
__all__ += ["UserListResponse"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "ArtifactInfo": ".artifacts",
        "CreateFsCacheRequest": ".caches",
        "LoginRequest": ".client",
        "ClusterInfo": ".clusters",
        "Resource": ".clusters_queues",
        "ErrorEnvelope": ".common",
        "CreateFlavourRequest": ".flavours",
        "NameResponse": ".flavours_resource_pools",
        "AddFsRequest": ".fs",
        "CreateGrantResponse": ".grants",
        "CreateDistributedJobRequest": ".jobs",
        "AddLinkRequest": ".links",
        "JobLog": ".logs",
        "PipelineVersionDetailResponse": ".pipeline_versions",
        "PipelineInfo": ".pipeline_versions_pipelines",
        "CreatePipelineRequest": ".pipelines",
        "CreateQueueRequest": ".queues",
        "ResourceRequest": ".queues_resource_pools",
        "CreateResourcePoolRequest": ".resource_pools",
        "Artifacts": ".runs",
        "RunBrief": ".runs_schedules",
        "ConcurrencyPolicy": ".schedules",
        "CardTimeResponse": ".statistics",
        "LogInfo": ".unused",
        "AddUserRequest": ".users",
    },
)
