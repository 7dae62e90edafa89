"""Models of `pipelines`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .._runtime.data.models import Model
from .common import GoogleRpcStatus


class CreatePipelineAndVersionRequest(Model):
    """Pipeline to create together with its first version."""

    pipeline: Pipeline | None = None
    """Pipeline to create; required."""
    pipeline_version: PipelineVersion | None = None
    """First version of the pipeline, read from its package_url; required."""


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
    """Name to show; required if there is no name."""
    name: str | None = None
    """Name that identifies the pipeline in its namespace; required if there is no display name."""
    description: str | None = None
    """What the pipeline is for."""
    created_at: datetime | None = None
    """Time at which the server creates the pipeline."""
    namespace: str | None = None
    """Namespace that owns the pipeline, open to the caller; a default one applies if absent."""
    error: GoogleRpcStatus | None = None
    """Why part of the pipeline cannot be read; only the ID comes with it."""
    tags: dict[str, str] | None = None
    """Tags of the pipeline, 20 at most; keys and values have up to 63 characters, and a key has
    no dot.
    """


class PipelineVersion(Model):
    """One version of a pipeline's definition."""

    pipeline_id: str | None = None
    """ID of the pipeline that owns the version; required."""
    pipeline_version_id: str | None = None
    """Unique ID that the server assigns."""
    display_name: str | None = None
    """Name to show; required if there is no name."""
    name: str | None = None
    """Name that identifies the version in its pipeline; required if there is no display name."""
    description: str | None = None
    """What the version is for or what it changes."""
    created_at: datetime | None = None
    """Time at which the server creates the version."""
    package_url: Url | None = None
    """Location of the package file; required to create a version."""
    code_source_url: str | None = None
    """Location of the code that the package is made of."""
    pipeline_spec: dict[str, Any] | None = None
    """Definition of the pipeline in this version; set by the server."""
    error: GoogleRpcStatus | None = None
    """Why part of the version cannot be read; only the pipeline and version IDs come with it."""
    tags: dict[str, str] | None = None
    """Tags of the version, 20 at most; keys and values have up to 63 characters, and a key has
    no dot.
    """


class Url(Model):
    """Location of a definition file."""

    pipeline_url: str | None = None
    """Address of the file that defines the pipeline version."""


class UpdatePipelineRequest(Model):
    display_name: str | None = None
    """Name to show."""
    name: str | None = None
    """Name that identifies the pipeline in its namespace; it is not changed."""
    description: str | None = None
    """What the pipeline is for; it is not changed."""
    created_at: datetime | None = None
    """Time at which the server creates the pipeline; it is not changed."""
    namespace: str | None = None
    """Namespace that owns the pipeline; it is not changed."""
    error: GoogleRpcStatus | None = None
    """Set by the server only."""
    tags: dict[str, str] | None = None
    """Tags of the pipeline, 20 at most; keys and values have up to 63 characters, and a key has
    no dot.
    """


class UpdatePipelineVersionRequest(Model):
    display_name: str | None = None
    """Name to show."""
    name: str | None = None
    """Name that identifies the version in its pipeline; it is not changed."""
    description: str | None = None
    """What the version is for or what it changes; it is not changed."""
    created_at: datetime | None = None
    """Time at which the server creates the version; it is not changed."""
    package_url: Url | None = None
    """Location of the package file; it is not changed."""
    code_source_url: str | None = None
    """Location of the code that the package is made of; it is not changed."""
    pipeline_spec: dict[str, Any] | None = None
    """Set by the server only."""
    error: GoogleRpcStatus | None = None
    """Set by the server only."""
    tags: dict[str, str] | None = None
    """Tags of the version, 20 at most; keys and values have up to 63 characters, and a key has
    no dot.
    """
