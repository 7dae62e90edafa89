"""Models that `jobs` and `runs` share."""

from __future__ import annotations

from typing import Any

from .._runtime.data.models import Model
from .common import Parameter


class PipelineSpecRuntimeConfig(Model):
    """Settings with which a pipeline executes."""

    parameters: dict[str, Any] | None = None
    """Input values by name, put in place of the pipeline's placeholders."""
    pipeline_root: str | None = None
    """Object store location under which the run's output artifacts are kept."""


class PipelineSpec(Model):
    """Pipeline that a run or job executes, with its input values."""

    pipeline_id: str | None = None
    """ID of a pipeline uploaded earlier."""
    pipeline_name: str | None = None
    """Name of the pipeline; set by the server if pipeline_id is present."""
    workflow_manifest: str | None = None
    """Argo workflow as JSON text; to be replaced by pipeline_manifest."""
    pipeline_manifest: str | None = None
    """Pipeline definition as JSON text."""
    parameters: list[Parameter] | None = None
    """Input values that take the place of the pipeline's defaults; for V1 pipelines only."""
    runtime_config: PipelineSpecRuntimeConfig | None = None
    """Settings for execution; for V2 pipelines only."""
