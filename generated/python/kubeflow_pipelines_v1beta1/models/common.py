"""Models that many resources share."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from .._runtime.data.models import Model, wire_name

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


class GoogleRpcStatus(Model):
    """Error with a code, a text and further details, in the form that gRPC uses."""

    code: int | None = None
    """Number from the google.rpc.Code enumeration."""
    message: str | None = None
    """Text of the error in English, meant for developers."""
    details: list[ProtobufAny] | None = None
    """Further messages about the error, which can carry text for end users."""


class ProtobufAny(Model):
    """Message of any type, labelled with the URL of its type."""

    type: Annotated[str | None, wire_name("@type")] = None
    """URL of the type; the part after the last slash is the type's full name."""
    value: Any = None
    """The message, where its own JSON is no object."""


class Parameter(Model):
    """Input of a pipeline, as a name and a text value."""

    name: str | None = None
    """Name by which the pipeline knows the input."""
    value: str | None = None
    """Value of the input as text."""
