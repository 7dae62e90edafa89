"""Models of `experiments`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.data.models import Model
from .common import ResourceReference

ExperimentStorageState: TypeAlias = (
    Literal["STORAGESTATE_UNSPECIFIED", "STORAGESTATE_AVAILABLE", "STORAGESTATE_ARCHIVED"] | str
)
"""Whether an experiment is in use or in the archive.

The server's default is `STORAGESTATE_UNSPECIFIED`.
"""


class Experiment(Model):
    """Named group of runs and jobs."""

    id: str | None = None
    """Unique ID that the server assigns."""
    name: str | None = None
    """Name that the user gives; required, and unique among experiments."""
    description: str | None = None
    """What the experiment is for."""
    created_at: datetime | None = None
    """Time at which the server creates the experiment."""
    resource_references: list[ResourceReference] | None = None
    """Owner of the experiment; a single namespace is the one reference allowed."""
    storage_state: ExperimentStorageState | None = None
    """Whether the experiment is in use or archived; set by the server."""


class ListExperimentsResponse(Model):
    """One page of experiments."""

    experiments: list[Experiment] | None = None
    """Experiments on this page."""
    total_size: int | None = None
    """Number of experiments that match, over all pages."""
    next_page_token: str | None = None
    """Token that requests the page after this one."""
