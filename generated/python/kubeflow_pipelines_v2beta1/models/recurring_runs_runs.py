"""Models that `recurring_runs` and `runs` share."""

from __future__ import annotations

from typing import Any

from .._runtime.data.models import Model


class PipelineVersionReference(Model):
    """Pipeline, and the version of it that is meant."""

    pipeline_id: str | None = None
    """ID of the pipeline; required."""
    pipeline_version_id: str | None = None
    """ID of the version; the latest one applies if absent."""


class RuntimeConfig(Model):
    """Settings with which a pipeline executes."""

    parameters: dict[str, Any] | None = None
    """Input values by name, put in place of the pipeline's placeholders."""
    pipeline_root: str | None = None
    """Object store location under which the run's output artifacts are kept."""
