"""Models of `pipelines`."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.formats import Base64Text
from .._runtime.data.models import CamelModel, wire_name
from .pipeline_versions_pipelines import PipelineInfo, PipelineVersionInfo


class CreatePipelineRequest(CamelModel):
    fs_name: str | None = None
    """The file system that holds the YAML."""
    yaml_path: str | None = None
    """Path of the YAML in the file system; not together with `yaml_raw`.

    The server's default is `./run.yaml`.
    """

    yaml_raw: Base64Text | None = None
    """The YAML itself; not together with `yaml_path`."""
    desc: str | None = None
    """A description."""
    username: str | None = None
    """Who owns the file system; for `root`."""


class CreatePipelineResponse(CamelModel):
    pipeline_id: Annotated[str, wire_name("pipelineID")]
    pipeline_version_id: Annotated[str, wire_name("pipelineVersionID")]
    name: str


class PipelineListResponse(CamelModel):
    pipeline_list: list[PipelineInfo]
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""


class PipelineVersionPage(CamelModel):
    ppl_version_list: list[PipelineVersionInfo]
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""


class PipelineDetailResponse(CamelModel):
    pipeline: PipelineInfo
    ppl_versions: PipelineVersionPage
