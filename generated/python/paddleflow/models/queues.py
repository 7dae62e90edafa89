"""Models of `queues`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import CamelModel
from .clusters_queues import Resource
from .queues_resource_pools import ResourceRequest

QuotaType: TypeAlias = Literal["elasticQuota", "volcanoCapabilityQuota"] | str
QueueInfoStatus: TypeAlias = (
    Literal["creating", "open", "updating", "closing", "closed", "unavailable"] | str
)


class CreateQueueRequest(CamelModel):
    name: str
    """Name of the new queue."""
    namespace: str
    """Namespace of the cluster that it uses."""
    cluster_name: str
    """The cluster that it is on."""
    max_resources: ResourceRequest
    """Most that the queue may use."""
    min_resources: ResourceRequest | None = None
    """What the queue is sure to get; for `elasticQuota`."""
    quota_type: QuotaType | None = None
    """How the limits are kept. The server's default is `elasticQuota`."""
    location: dict[str, str] | None = None
    """Labels and hierarchy that place the queue."""
    scheduling_policy: list[str] | None = None


class UpdateQueueRequest(CamelModel):
    max_resources: ResourceRequest | None = None
    """Most that the queue may use."""
    min_resources: ResourceRequest | None = None
    """What the queue is sure to get."""
    location: dict[str, str] | None = None
    """Labels and hierarchy that place the queue."""
    scheduling_policy: list[str] | None = None


class QueueInfo(CamelModel):
    id: str
    name: str
    """Its name."""
    namespace: str
    """The cluster's namespace that it uses."""
    cluster_name: str
    """The cluster that it is on."""
    quota_type: QuotaType
    max_resources: Resource
    """Most that the queue may use."""
    min_resources: Resource
    """What the queue is sure to get."""
    location: dict[str, str]
    scheduling_policy: list[str] | None = None
    status: QueueInfoStatus
    """Its state."""
    used_resources: Resource | None = None
    """What is in use."""
    idle_resources: Resource | None = None
    """What is left."""
    create_time: str
    """When it was made."""
    update_time: str
    """When it last changed."""

    @property
    def mem(self) -> str:
        """The reference page's name of `maxResources.memory`."""
        return self.max_resources.memory

    @property
    def cpu(self) -> str:
        """The reference page's name of `maxResources.cpu`."""
        return self.max_resources.cpu

    @property
    def clusterName(self) -> str:
        """The reference page's name of `cluster_name`."""
        return self.cluster_name

    @property
    def createTime(self) -> str:
        """The reference page's name of `create_time`."""
        return self.create_time

    @property
    def updateTime(self) -> str:
        """The reference page's name of `update_time`."""
        return self.update_time


class CreateQueueResponse(CamelModel):
    name: str


class QueueListResponse(CamelModel):
    queue_list: list[QueueInfo]
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""
