"""Models that many resources share."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import CamelModel, wire_name

ErrorEnvelopeCode: TypeAlias = (
    Literal[
        "AuthFailed",
        "AuthIllegalUser",
        "AuthInvalidToken",
        "AuthWithoutToken",
        "CPUNotFound",
        "ClusterIdNotFound",
        "ClusterNameNotFound",
        "ClusterNotFound",
        "ConnectivityFailed",
        "Decode base64",
        "DuplicatedContent",
        "DuplicatedName",
        "FileSystemNameFormatError",
        "FileTypeNotSupported",
        "FlavourInvalidField",
        "FlavourNameEmpty",
        "GrantAlreadyExist",
        "GrantNotFound",
        "GrantResourceTypeNotFound",
        "GrantRootActionNotSupport",
        "InappropriateJSON",
        "InvalidArguments",
        "InvalidClusterCredential",
        "InvalidClusterProperties",
        "InvalidClusterStatus",
        "InvalidFileSystemFsName",
        "InvalidFileSystemMaxKeys",
        "InvalidFileSystemParamsProperties",
        "InvalidFileSystemParamsURL",
        "InvalidHTTPRequest",
        "InvalidLinkProperties",
        "InvalidLinkURL",
        "InvalidMarker",
        "InvalidNamePattern",
        "InvalidPVClaimsParams",
        "InvalidPipeline",
        "InvalidScaleResource",
        "InvalidState",
        "InvalidURI",
        "JobCreateFailed",
        "JobInvalidField",
        "LinkFileSystemNotExist",
        "LinkFileSystemPathNotExist",
        "LinkMetaPersistError",
        "LinkNotExist",
        "LinkPathExist",
        "LinkPathMustBeEmpty",
        "MalformedJSON",
        "MalformedYaml",
        "MemoryNotFound",
        "NamespaceNotFound",
        "QueueActionIsNotSupported",
        "QueueInvalidField",
        "QueueIsInUse",
        "QueueIsNotClosed",
        "QueueNameNotFound",
        "QueueQuotaTypeIsNotSupported",
        "QueueResourceNotMatch",
        "QueueUpdateFailed",
        "ReadYamlFileFailed",
        "RequestExpired",
        "RequiredFieldEmpty",
        "RunNameDuplicated",
        "UserNotExist",
        "UserPasswordWeak",
        "AccessDenied",
        "ActionNotAllowed",
        "FileSystemClientBusy",
        "FileSystemNotExist",
        "OnlyRootAllowed",
        "QueueNameDuplicated",
        "UserNameDuplicated",
        "ArtifactEventNotFound",
        "FlavourNotFound",
        "InvalidVersion",
        "JobNotFound",
        "PathNotFound",
        "PipelineNotFound",
        "RecordNotFound",
        "ResourceNotFound",
        "RunCacheNotFound",
        "RunNotFound",
        "ScheduleNotFound",
        "MethodNotAllowed",
        "FileSystemDataBaseError",
        "FuseClientError",
        "GetNamespaceFail",
        "GrantUserNameAndFs",
        "IOOperationFailure",
        "InternalError",
        "K8sOperatorError",
        "LinkModelError",
        "",
        "InvalidComputeResource",
        "UpdateDatabaseFailed",
    ]
    | str
)


class ErrorEnvelope(CamelModel):
    """What the server answers when a call fails."""

    request_id: Annotated[str | None, wire_name("requestID")] = None
    """The request's id, also in the header `x-pf-request-id`."""
    code: ErrorEnvelopeCode | None = None
    """What went wrong, for programs."""
    message: str | None = None
    """What went wrong, for people."""
