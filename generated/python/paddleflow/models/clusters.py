"""Models of `clusters`."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from .._runtime.data.formats import Base64
from .._runtime.data.models import SECRET, CamelModel, wire_name
from .clusters_queues import Resource

ClusterType: TypeAlias = Literal["Kubernetes", "K3S"] | str
ClusterStatus: TypeAlias = Literal["online", "offline"] | str
ClusterInfoClusterType: TypeAlias = Literal["Kubernetes", "Local", "K3S"] | str


class CreateClusterRequest(CamelModel, hide_input_in_errors=True):
    cluster_name: str
    """The cluster's name. Matches `^[A-Za-z0-9_][A-Za-z0-9-_]{0,253}[A-Za-z0-9_]$`."""
    endpoint: str
    """Address of the cluster's API."""
    cluster_type: ClusterType
    """What kind of cluster it is."""
    version: str | None = None
    """Version of the cluster software; needed for `Kubernetes`."""
    credential: Annotated[Base64 | None, SECRET] = None
    """A kubeconfig, which the server reads and does not try; left out, it looks for a cluster
    around itself.
    """

    description: str | None = None
    cluster_id: str | None = None
    """An id of the caller's; the server makes its own. Deprecated."""
    source: str | None = None
    """Where the cluster comes from, such as AWS. The server's default is `OnPremise`."""
    setting: str | None = None
    """Further configuration."""
    status: ClusterStatus | None = None
    """The cluster's state. The server's default is `online`."""
    namespace_list: list[str] | None = None
    """Namespaces that queues may use."""


class UpdateClusterRequest(CamelModel, hide_input_in_errors=True):
    endpoint: str | None = None
    """Address of the cluster's API."""
    cluster_type: ClusterType | None = None
    """What kind of cluster it is."""
    version: str | None = None
    """Version of the cluster software; needed for `Kubernetes`."""
    credential: Annotated[Base64 | None, SECRET] = None
    """A kubeconfig, which the server reads and does not try; left out, it looks for a cluster
    around itself.
    """

    description: str | None = None
    cluster_id: str | None = None
    """An id of the caller's; the server makes its own. Deprecated."""
    source: str | None = None
    """Where the cluster comes from, such as AWS."""
    setting: str | None = None
    """Further configuration."""
    status: ClusterStatus | None = None
    """The cluster's state."""
    namespace_list: list[str] | None = None
    """Namespaces that queues may use."""


class QueryClusterResourcesRequest(CamelModel):
    cluster_names: list[str] | None = None
    """Only these clusters."""
    queue_name: str | None = None
    """Only what this queue uses."""
    labels: str | None = None
    """Only nodes with these labels."""
    node_status: str | None = None
    """Only nodes in this state."""
    page_no: int | None = None
    """Number of the page."""
    page_size: int | None = None
    """Nodes of a page."""


class CreateClusterObjectRequest(CamelModel):
    api_version: str
    """Its version."""
    kind: str
    """Its kind."""
    metadata: dict[str, Any]
    """Its name, its namespace and more."""
    spec: dict[str, Any] | None = None
    """What it is to be."""


class UpdateClusterObjectRequest(CamelModel):
    api_version: str
    """Its version."""
    kind: str
    """Its kind."""
    metadata: dict[str, Any]
    """Its name, its namespace and more."""
    spec: dict[str, Any] | None = None
    """What it is to be."""


class DeleteClusterObjectRequest(CamelModel):
    api_version: str
    """Its version."""
    kind: str
    """Its kind."""
    metadata: dict[str, Any]
    """Its name, its namespace and more."""
    spec: dict[str, Any] | None = None
    """What it is to be."""


class ClusterInfo(CamelModel, hide_input_in_errors=True):
    clusterid: Annotated[str, wire_name("id")]
    """The cluster's id."""
    cluster_name: str
    """The cluster's name."""
    description: str
    endpoint: str
    """Address of its API."""
    source: str
    """Where the workflow is from: template and version, path, or checksum of the YAML."""
    cluster_type: ClusterInfoClusterType
    """What kind of cluster it is."""
    version: str
    status: ClusterStatus
    """Its state."""
    credential: Annotated[Base64, SECRET]
    """What gives access to it."""
    setting: str
    """Further configuration."""
    namespace_list: list[str] | None
    """Namespaces that queues may use."""
    create_time: str
    """When it was made."""
    update_time: str
    """When it last changed."""

    @property
    def clustername(self) -> str:
        """The reference page's name of `cluster_name`."""
        return self.cluster_name

    @property
    def clustertype(self) -> ClusterInfoClusterType:
        """The reference page's name of `cluster_type`."""
        return self.cluster_type

    @property
    def namespacelist(self) -> list[str]:
        """The reference page's name of `namespaceList`."""
        return self.namespace_list or []

    @property
    def createtime(self) -> str:
        """The reference page's name of `create_time`."""
        return self.create_time

    @property
    def updatetime(self) -> str:
        """The reference page's name of `update_time`."""
        return self.update_time


class ClusterListResponse(CamelModel, hide_input_in_errors=True):
    cluster_list: list[ClusterInfo] | None
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""


class NodeQuota(CamelModel):
    node_name: str
    schedulable: bool
    total: Resource
    idle: Resource


class QuotaSummary(CamelModel):
    total: Resource
    idle: Resource


class ClusterQuota(CamelModel):
    """What a cluster has left."""

    node_list: list[NodeQuota]
    summary: QuotaSummary
    err_msg: str
    """Why its credential cannot be read; empty for a cluster that does not answer, whose figures
    are zero.
    """


ClusterResourceResponse: TypeAlias = dict[str, ClusterQuota]
