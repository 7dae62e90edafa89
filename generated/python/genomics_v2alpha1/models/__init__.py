"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .common import Alt, Status, Xgafv
    from .operations import CancelOperationRequest, ListOperationsResponse
    from .operations_pipelines import Operation
    from .operations_workers import Empty
    from .pipelines import (
        Accelerator,
        Action,
        ActionFlag,
        Disk,
        Event,
        ExistingDisk,
        Metadata,
        Mount,
        Network,
        NFSMount,
        PersistentDisk,
        Pipeline,
        Resources,
        RunPipelineRequest,
        RunPipelineResponse,
        Secret,
        ServiceAccount,
        VirtualMachine,
        Volume,
    )
    from .unused import (
        ContainerKilledEvent,
        ContainerStartedEvent,
        ContainerStoppedEvent,
        DelayedEvent,
        FailedEvent,
        FailedEventCode,
        PullStartedEvent,
        PullStoppedEvent,
        UnexpectedExitStatusEvent,
        WorkerAssignedEvent,
        WorkerReleasedEvent,
    )
    from .workers import CheckInRequest, CheckInResponse, DiskStatus, TimestampedEvent, WorkerStatus

__all__: list[str] = ["Alt", "Status", "Xgafv"]
__all__ += ["CancelOperationRequest", "ListOperationsResponse"]
__all__ += ["Operation"]
__all__ += ["Empty"]
__all__ += ["Accelerator", "Action", "ActionFlag", "Disk", "Event", "ExistingDisk", "Metadata"]
__all__ += ["Mount", "Network", "NFSMount", "PersistentDisk", "Pipeline", "Resources"]
__all__ += ["RunPipelineRequest", "RunPipelineResponse", "Secret", "ServiceAccount"]
__all__ += ["VirtualMachine", "Volume"]
__all__ += ["ContainerKilledEvent", "ContainerStartedEvent", "ContainerStoppedEvent"]
__all__ += ["DelayedEvent", "FailedEvent", "FailedEventCode", "PullStartedEvent"]
__all__ += ["PullStoppedEvent", "UnexpectedExitStatusEvent", "WorkerAssignedEvent"]
__all__ += ["WorkerReleasedEvent"]
__all__ += ["CheckInRequest", "CheckInResponse", "DiskStatus", "TimestampedEvent", "WorkerStatus"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Alt": ".common",
        "CancelOperationRequest": ".operations",
        "Operation": ".operations_pipelines",
        "Empty": ".operations_workers",
        "Accelerator": ".pipelines",
        "ContainerKilledEvent": ".unused",
        "CheckInRequest": ".workers",
    },
)
