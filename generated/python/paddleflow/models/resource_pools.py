"""Models of `resource_pools`."""

from __future__ import annotations

from typing import Annotated, Any

from .._runtime.data.models import CamelModel, wire_name
from .queues_resource_pools import ResourceRequest


class CreateResourcePoolRequest(CamelModel):
    name: str
    """Name of the pool."""
    namespace: str | None = None
    """Namespace of the cluster."""
    type: str | None = None
    """Kind of the pool."""
    provider: str | None = None
    """Who provides it."""
    org_id: Annotated[str | None, wire_name("orgID")] = None
    """Whose it is."""
    cluster_name: str | None = None
    description: str | None = None
    quota_type: str | None = None
    """How the limits are kept."""
    total_resources: ResourceRequest | None = None
    """All that it has."""
    min_resources: ResourceRequest | None = None
    """What it is sure to have."""
    annotations: dict[str, str] | None = None
    labels: dict[str, str] | None = None
    is_hybrid: bool | None = None
    """Whether it spans several kinds of nodes."""


class UpdateResourcePoolRequest(CamelModel):
    total_resources: ResourceRequest | None = None
    """All that it has."""
    annotations: dict[str, str] | None = None
    status: str | None = None
    """Its state."""


class ResourcePool(CamelModel):
    id: str | None = None
    name: str | None = None
    namespace: str | None = None
    type: str | None = None
    provider: str | None = None
    org_id: Annotated[str | None, wire_name("orgID")] = None
    creator: str | None = None
    description: str | None = None
    cluster_name: str | None = None
    quota_type: str | None = None
    min_resources: dict[str, Any] | None = None
    total_resources: dict[str, Any] | None = None
    labels: dict[str, str] | None = None
    annotations: dict[str, str] | None = None
    status: str | None = None
    is_hybrid: int | None = None
    create_time: str | None = None
    update_time: str | None = None


class ResourcePoolListResponse(CamelModel):
    resource_pool_list: list[ResourcePool] | None = None
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""
