"""Models of `experiments`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.data.models import Model

ExperimentStorageState: TypeAlias = (
    Literal["STORAGE_STATE_UNSPECIFIED", "AVAILABLE", "ARCHIVED"] | str
)
"""Whether an experiment is in use or in the archive.

The server's default is `STORAGE_STATE_UNSPECIFIED`.
"""


class Experiment(Model):
    """Named group of runs and recurring runs."""

    experiment_id: str | None = None
    """Unique ID that the server assigns."""
    display_name: str | None = None
    """Name that the user gives; required, and unique among experiments."""
    description: str | None = None
    """What the experiment is for."""
    created_at: datetime | None = None
    """Time at which the server creates the experiment."""
    namespace: str | None = None
    """Namespace that owns the experiment."""
    storage_state: ExperimentStorageState | None = None
    """Whether the experiment is in use or archived; set by the server."""
    last_run_created_at: datetime | None = None
    """Time at which the latest run of the experiment is created; set by the server."""


class ListExperimentsResponse(Model):
    """One page of experiments."""

    experiments: list[Experiment] | None = None
    """Experiments on this page."""
    total_size: int | None = None
    """Number of experiments that match the request."""
    next_page_token: str | None = None
    """Token that requests the page after this one."""
