"""Models of `pipelines`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.data.models import Model
from .common import GooglerpcStatus, ProtobufAny, ProtobufStruct

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


class ListPipelineVersionsResponse(Model):
    """One page of pipeline versions."""

    pipeline_versions: list[PipelineVersion] | None = None
    """Pipeline versions on this page."""
    next_page_token: str | None = None
    """Token that requests the page after this one."""
    total_size: int | None = None
    """Number of pipeline versions that match, over all pages."""


class ListPipelinesResponse(Model):
    """One page of pipelines."""

    pipelines: list[Pipeline] | None = None
    """Pipelines on this page."""
    total_size: int | None = None
    """Number of pipelines that match, over all pages."""
    next_page_token: str | None = None
    """Token that requests the page after this one."""


class Pipeline(Model):
    """Workflow definition that can be run, kept in versions."""

    pipeline_id: str | None = None
    """Unique ID that the server assigns."""
    display_name: str | None = None
    """Name that the user gives; required."""
    description: str | None = None
    """What the pipeline is for."""
    created_at: datetime | None = None
    """Time at which the server creates the pipeline."""
    namespace: str | None = None
    """Namespace that owns the pipeline, open to the caller; a default one applies if absent."""
    error: GooglerpcStatus | None = None
    """Why part of the pipeline cannot be read; only the ID comes with it."""


class PipelineVersion(Model):
    """One version of a pipeline's definition."""

    pipeline_id: str | None = None
    """ID of the pipeline that owns the version; required."""
    pipeline_version_id: str | None = None
    """Unique ID that the server assigns."""
    display_name: str | None = None
    """Name that the user gives; required."""
    description: str | None = None
    """What the version is for or what it changes."""
    created_at: datetime | None = None
    """Time at which the server creates the version."""
    package_url: Url | None = None
    """Location of the package file; required to create a version."""
    pipeline_spec: ProtobufStruct | None = None
    """Definition of the pipeline in this version; required."""
    error: GooglerpcStatus | None = None
    """Why part of the version cannot be read; only the pipeline and version IDs come with it."""


class Url(Model):
    """Location of a definition file."""

    pipeline_url: str | None = None
    """Address of the file that defines the pipeline version."""


class Parameter(Model):
    """Input of a pipeline, as a name and a text value."""

    name: str | None = None
    """Name by which the pipeline knows the input."""
    value: str | None = None
    """Value of the input as text."""


class ApiPipeline(Model):
    """Pipeline as the upload operation returns it."""

    id: str | None = None
    """Unique ID of the new pipeline."""
    created_at: datetime | None = None
    """Time at which the server creates the pipeline."""
    name: str | None = None
    """Name of the new pipeline."""
    description: str | None = None
    """What the pipeline is for."""
    parameters: list[Parameter] | None = None
    """Inputs that the pipeline accepts."""
    error: str | None = None
    """Why part of the pipeline cannot be read; only the ID comes with it."""


class ApiPipelineVersion(Model):
    """Pipeline version as the upload operation returns it."""

    id: str | None = None
    """Unique ID that the server assigns."""
    name: str | None = None
    """Name that the user gives."""
    created_at: datetime | None = None
    """Time at which the server creates the version."""
    parameters: list[Parameter] | None = None
    """Inputs that this version accepts; set by the server."""
    code_source_url: str | None = None
    """Address of the source code behind the version."""
    package_url: ApiUrl | None = None
    """Location of the package file; required to create a version."""
    resource_references: list[ResourceReference] | None = None
    """Resources the version refers to, among them the pipeline that owns it; required."""


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
    """Error that a failed upload returns."""

    error: str | None = None
    """Text of the error."""
    code: int | None = None
    """Number that classifies the error."""
    details: list[ProtobufAny] | None = None
    """Further messages about the error."""


class ApiUrl(Model):
    """Location of a definition file."""

    pipeline_url: str | None = None
    """Address of the file that defines the pipeline or version."""
