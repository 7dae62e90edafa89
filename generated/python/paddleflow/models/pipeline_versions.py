"""Models of `pipeline_versions`."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.formats import Base64Text
from .._runtime.data.models import CamelModel, wire_name
from .pipeline_versions_pipelines import PipelineInfo, PipelineVersionInfo


class UpdatePipelineRequest(CamelModel):
    fs_name: str | None = None
    """The file system that holds the YAML."""
    yaml_path: str | None = None
    """Path of the YAML in the file system; not together with `yaml_raw`.

    The server's default is `./run.yaml`.
    """

    yaml_raw: Base64Text | None = None
    """The YAML itself; not together with `yaml_path`."""
    desc: str | None = None
    """The template's description; left out, it becomes empty."""
    username: str | None = None
    """Who owns the file system; for `root`."""


class UpdatePipelineResponse(CamelModel):
    pipeline_id: Annotated[str, wire_name("pipelineID")]
    pipeline_version_id: Annotated[str, wire_name("pipelineVersionID")]


class PipelineVersionDetailResponse(CamelModel):
    pipeline: PipelineInfo
    pipeline_version: PipelineVersionInfo
