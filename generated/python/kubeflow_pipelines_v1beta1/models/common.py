"""Models that many resources share."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._runtime.data.models import Model

Relationship: TypeAlias = Literal["UNKNOWN_RELATIONSHIP", "OWNER", "CREATOR"] | str
"""Role of a referenced resource, such as owner or creator.

The server's default is `UNKNOWN_RELATIONSHIP`.
"""

ResourceType: TypeAlias = (
    Literal[
        "UNKNOWN_RESOURCE_TYPE", "EXPERIMENT", "JOB", "PIPELINE", "PIPELINE_VERSION", "NAMESPACE"
    ]
    | str
)
"""Kind of resource, such as an experiment or a namespace.

The server's default is `UNKNOWN_RESOURCE_TYPE`.
"""


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


class Status(Model):
    """Error that a failed call returns."""

    error: str | None = None
    """Text of the error."""
    code: int | None = None
    """Number that classifies the error."""
    details: list[ProtobufAny] | None = None
    """Further messages about the error."""


class ProtobufAny(Model):
    """Message of any type, labelled with the URL of its type."""

    type_url: str | None = None
    """URL of the type; the part after the last slash is the type's full name."""
    value: Any = None
    """The message, where its own JSON is no object."""


class Parameter(Model):
    """Input of a pipeline, as a name and a text value."""

    name: str | None = None
    """Name by which the pipeline knows the input."""
    value: str | None = None
    """Value of the input as text."""
