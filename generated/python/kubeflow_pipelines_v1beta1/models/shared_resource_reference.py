"""Models that `experiments`, `jobs`, `pipelines` and `runs` share."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model

Relationship: TypeAlias = Literal["UNKNOWN_RELATIONSHIP", "OWNER", "CREATOR"] | str
"""Role of a referenced resource, such as owner or creator."""

ResourceType: TypeAlias = (
    Literal[
        "UNKNOWN_RESOURCE_TYPE", "EXPERIMENT", "JOB", "PIPELINE", "PIPELINE_VERSION", "NAMESPACE"
    ]
    | str
)
"""Kind of resource, such as an experiment or a namespace."""


class ResourceKey(Model):
    """Kind and ID that together identify a resource."""

    type: ResourceType | None = None
    """Kind of resource identified."""

    id: str | None = None
    """ID of the resource identified."""


class ResourceReference(Model):
    """Link from an object to another resource."""

    key: ResourceKey | None = None
    """Kind and ID of the resource at the other end."""

    name: str | None = None
    """Name of the resource at the other end."""

    relationship: Relationship | None = None
    """Role of the resource toward the object that refers to it; required."""
