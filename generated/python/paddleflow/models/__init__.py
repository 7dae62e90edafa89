"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .artifacts import ArtifactInfo, ArtifactInfoType, ArtifactListResponse
    from .caches import RunCacheInfo, RunCacheInfoStrategy, RunCacheListResponse
    from .client import LoginRequest, LoginResponse
    from .clusters import (
        ClusterInfo,
        ClusterListResponse,
        ClusterQuota,
        ClusterResourceResponse,
        ClusterStatus,
        ClusterType,
        CreateClusterRequest,
        NodeQuota,
        QuotaSummary,
        UpdateClusterRequest,
    )
    from .clusters_queues import Resource
    from .common import ErrorEnvelope, ErrorEnvelopeCode
    from .flavours import FlavourInfo, FlavourListResponse
    from .fs import AddFsRequest, CreateFSResponse, FSInfo, FSInfoType, FSListResponse
    from .grants import (
        CreateGrantResponse,
        GrantInfo,
        GrantInfoResourceType,
        GrantListResponse,
        GrantQueueRequest,
    )
    from .links import AddLinkRequest, LinkInfo, LinkInfoType, LinkListResponse
    from .logs import JobLog, LogContent, LogFilePosition, RunLogResponse, TaskLog
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
        ResourceRequest,
    )
    from .runs import (
        Artifacts,
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
__all__ += ["RunCacheInfo", "RunCacheInfoStrategy", "RunCacheListResponse"]
__all__ += ["LoginRequest", "LoginResponse"]
__all__ += ["ClusterInfo", "ClusterListResponse", "ClusterQuota", "ClusterResourceResponse"]
__all__ += ["ClusterStatus", "ClusterType", "CreateClusterRequest", "NodeQuota", "QuotaSummary"]
__all__ += ["UpdateClusterRequest"]
__all__ += ["Resource"]
__all__ += ["ErrorEnvelope", "ErrorEnvelopeCode"]
__all__ += ["FlavourInfo", "FlavourListResponse"]
__all__ += ["AddFsRequest", "CreateFSResponse", "FSInfo", "FSInfoType", "FSListResponse"]
__all__ += ["CreateGrantResponse", "GrantInfo", "GrantInfoResourceType", "GrantListResponse"]
__all__ += ["GrantQueueRequest"]
__all__ += ["AddLinkRequest", "LinkInfo", "LinkInfoType", "LinkListResponse"]
__all__ += ["JobLog", "LogContent", "LogFilePosition", "RunLogResponse", "TaskLog"]
__all__ += ["PipelineVersionDetailResponse", "UpdatePipelineRequest", "UpdatePipelineResponse"]
__all__ += ["PipelineInfo", "PipelineVersionInfo"]
__all__ += ["CreatePipelineRequest", "CreatePipelineResponse", "PipelineDetailResponse"]
__all__ += ["PipelineListResponse", "PipelineVersionPage"]
__all__ += ["CreateQueueRequest", "CreateQueueResponse", "QueueInfo", "QueueInfoStatus"]
__all__ += ["QueueListResponse", "QuotaType", "ResourceRequest"]
__all__ += ["Artifacts", "CreateRunRequest", "DagInfo", "DagInfoStatus", "DeleteRunRequest"]
__all__ += ["FailureOptions", "FailureOptionsStrategy", "FsMount", "FsOptions", "FsScope"]
__all__ += ["JobInfo", "RunIDResponse", "RunInfo", "RunNode", "StepCache", "StopRunRequest"]
__all__ += ["RunBrief", "RunListResponse", "RunStatus"]
__all__ += ["ConcurrencyPolicy", "CreateScheduleRequest", "CreateScheduleResponse"]
__all__ += ["ScheduleDetailResponse", "ScheduleFsConfig", "ScheduleInfo", "ScheduleListResponse"]
__all__ += ["ScheduleOptions", "ScheduleStatus"]
__all__ += ["Result", "StatisticsJobDetailInfo", "StatisticsJobInfo", "TaskInfo", "TaskInfoMetric"]
__all__ += ["LogInfo"]
__all__ += ["AddUserRequest", "CreateUserResponse", "UpdatePasswordRequest", "UserInfo"]
__all__ += ["UserListResponse"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "ArtifactInfo": ".artifacts",
        "RunCacheInfo": ".caches",
        "LoginRequest": ".client",
        "ClusterInfo": ".clusters",
        "Resource": ".clusters_queues",
        "ErrorEnvelope": ".common",
        "FlavourInfo": ".flavours",
        "AddFsRequest": ".fs",
        "CreateGrantResponse": ".grants",
        "AddLinkRequest": ".links",
        "JobLog": ".logs",
        "PipelineVersionDetailResponse": ".pipeline_versions",
        "PipelineInfo": ".pipeline_versions_pipelines",
        "CreatePipelineRequest": ".pipelines",
        "CreateQueueRequest": ".queues",
        "Artifacts": ".runs",
        "RunBrief": ".runs_schedules",
        "ConcurrencyPolicy": ".schedules",
        "Result": ".statistics",
        "LogInfo": ".unused",
        "AddUserRequest": ".users",
    },
)
