"""Models of `builds`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import Model
from .common import Problem

BuildStatusPhase: TypeAlias = Literal["NEW", "BUSY", "DONE", "SKIPPED", "BROKEN"] | str


class Build(Model):
    id: str
    status: BuildStatus | None = None


class BuildStatus(Model):
    phase: BuildStatusPhase | None = None
    problem: Problem | None = None
