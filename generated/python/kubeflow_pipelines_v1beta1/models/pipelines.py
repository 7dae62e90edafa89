"""Models of `pipelines`."""

from __future__ import annotations

from datetime import datetime

from .._runtime.data.directions import OPTIONAL_READ_ONLY
from .._runtime.data.models import Model
from .common import Parameter, ProtobufAny, ResourceReference


class GetTemplateResponse(Model):
    """Template of a pipeline or of one of its versions."""

    template: str | None = None
    """YAML text of the template."""


class ListPipelineVersionsResponse(Model):
    """One page of pipeline versions."""

    versions: list[PipelineVersion] | None = None
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
    """Workflow definition that can be run, kept in one or more versions."""

    id: str | None = None
    """Unique ID that the server assigns."""
    created_at: datetime | None = None
    """Time at which the server creates the pipeline."""
    name: str | None = None
    """Name that the user gives; the name of the file takes its place if absent."""
    description: str | None = None
    """What the pipeline is for."""
    parameters: list[Parameter] | None = None
    """Inputs that the pipeline accepts; set by the server."""
    url: Url | None = None
    """Location of the pipeline's source; required by CreatePipelineV1."""
    error: str | None = None
    """Why part of the pipeline cannot be read; only the ID comes with it."""
    default_version: PipelineVersion | None = OPTIONAL_READ_ONLY
    """Version used if none is chosen, at present the newest; set by the server.

    Set by the server only.
    """

    resource_references: list[ResourceReference] | None = None
    """Owner of the pipeline; a single namespace is the one reference allowed."""


class PipelineVersion(Model):
    """One version of a pipeline's definition."""

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
    package_url: Url | None = None
    """Location of the package file; required to create a version."""
    resource_references: list[ResourceReference] | None = None
    """Resources the version refers to, among them the pipeline that owns it; required."""
    description: str | None = None
    """What the version is for or what it changes."""


class Url(Model):
    """Location of a definition file."""

    pipeline_url: str | None = None
    """Address of the file that defines the pipeline or version."""


class Status(Model):
    """Error that a failed call returns."""

    error: str | None = None
    """Text of the error."""
    code: int | None = None
    """Number that classifies the error."""
    details: list[ProtobufAny] | None = None
    """Further messages about the error."""
