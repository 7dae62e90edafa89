"""Models that `jobs`, `pipelines` and `runs` share."""

from __future__ import annotations

from .._runtime.models import Model


class Parameter(Model):
    """Input of a pipeline, as a name and a text value."""

    name: str | None = None
    """Name by which the pipeline knows the input."""

    value: str | None = None
    """Value of the input as text."""
