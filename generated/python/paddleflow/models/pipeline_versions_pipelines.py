"""Models that `pipeline_versions` and `pipelines` share."""

from __future__ import annotations

from typing import Annotated

from .._runtime.data.models import CamelModel, wire_name


class PipelineInfo(CamelModel):
    """A template."""

    pipeline_id: Annotated[str, wire_name("pipelineID")]
    """The template."""
    name: str
    """Its name."""
    desc: str
    """A description."""
    username: str
    """Whose it is."""
    create_time: str
    """When it was made."""
    update_time: str
    """When it last changed."""


class PipelineVersionInfo(CamelModel):
    """A version of a template."""

    pipeline_version_id: Annotated[str, wire_name("pipelineVersionID")]
    pipeline_id: Annotated[str, wire_name("pipelineID")]
    """The template."""
    fs_name: str
    """The file system."""
    yaml_path: str
    pipeline_yaml: str
    """The YAML itself."""
    username: str
    """Whose it is."""
    create_time: str
    """When it was made."""
    update_time: str
    """When it last changed."""
