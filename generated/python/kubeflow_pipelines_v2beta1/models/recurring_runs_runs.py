"""Models that `recurring_runs` and `runs` share."""

from __future__ import annotations

from typing import Any, TypeAlias

from .._runtime.data.models import Model


class RuntimeConfig(Model):
    """Settings with which a pipeline executes."""

    parameters: dict[str, ProtobufValue] | None = None
    """Input values by name, put in place of the pipeline's placeholders."""
    pipeline_root: str | None = None
    """Object store location under which the run's output artifacts are kept."""


ProtobufValue: TypeAlias = Any
"""Value of any JSON type."""
