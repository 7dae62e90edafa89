"""Models that no operation uses."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import CamelModel

FailedEventCode: TypeAlias = (
    Literal[
        "OK",
        "CANCELLED",
        "UNKNOWN",
        "INVALID_ARGUMENT",
        "DEADLINE_EXCEEDED",
        "NOT_FOUND",
        "ALREADY_EXISTS",
        "PERMISSION_DENIED",
        "UNAUTHENTICATED",
        "RESOURCE_EXHAUSTED",
        "FAILED_PRECONDITION",
        "ABORTED",
        "OUT_OF_RANGE",
        "UNIMPLEMENTED",
        "INTERNAL",
        "UNAVAILABLE",
        "DATA_LOSS",
    ]
    | str
)


class ContainerKilledEvent(CamelModel):
    """A container is killed because it ran too long."""

    action_id: int | None = None
    """Number of the step that the container ran."""


class ContainerStartedEvent(CamelModel):
    """A container starts."""

    action_id: int | None = None
    """Number of the step that the container runs."""
    ip_address: str | None = None
    """Public address of the container, if it maps ports and the machine has one."""
    port_mappings: dict[str, int] | None = None
    """Container ports to the host ports they are reachable at."""


class ContainerStoppedEvent(CamelModel):
    """A container ends."""

    action_id: int | None = None
    """Number of the step that the container ran."""
    exit_status: int | None = None
    """Status that it ended with."""
    stderr: str | None = None
    """Last part of its standard error; the whole is under /google/logs."""


class DelayedEvent(CamelModel):
    """A pipeline has to wait for resources or after a passing error."""

    cause: str | None = None
    """Reason in words; the wording is not stable."""
    metrics: list[str] | None = None
    """Compute Engine quotas that are short, such as CPUS, or a single UNKNOWN."""


class FailedEvent(CamelModel):
    """A pipeline fails; other events may still follow."""

    cause: str | None = None
    """Reason in words."""
    code: FailedEventCode | None = None
    """Standard error code that fits best."""


class PullStartedEvent(CamelModel):
    """The download of an image begins."""

    image_uri: str | None = None
    """Image concerned."""


class PullStoppedEvent(CamelModel):
    """The download of an image ends."""

    image_uri: str | None = None
    """Image concerned."""


class UnexpectedExitStatusEvent(CamelModel):
    """A container fails; from here on only steps flagged ALWAYS_RUN run."""

    action_id: int | None = None
    """Number of the step that the container ran."""
    exit_status: int | None = None
    """Status that it ended with, other than 0."""


class WorkerAssignedEvent(CamelModel):
    """A machine is ready to run the pipeline."""

    instance: str | None = None
    """Name of the machine."""
    machine_type: str | None = None
    """Compute Engine type that was chosen."""
    zone: str | None = None
    """Zone that the machine is in."""


class WorkerReleasedEvent(CamelModel):
    """The pipeline's machine is deleted."""

    instance: str | None = None
    """Name of the machine."""
    zone: str | None = None
    """Zone that the machine was in."""
