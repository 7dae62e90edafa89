"""Models of `messages`."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from .._runtime.data.formats import Int64
from .._runtime.data.models import CamelModel

AutoscalingEventType: TypeAlias = (
    Literal[
        "TYPE_UNKNOWN",
        "TARGET_NUM_WORKERS_CHANGED",
        "CURRENT_NUM_WORKERS_CHANGED",
        "ACTUATION_FAILURE",
        "NO_CHANGE",
    ]
    | str
)
MessageImportance: TypeAlias = (
    Literal[
        "JOB_MESSAGE_IMPORTANCE_UNKNOWN",
        "JOB_MESSAGE_DEBUG",
        "JOB_MESSAGE_DETAILED",
        "JOB_MESSAGE_BASIC",
        "JOB_MESSAGE_WARNING",
        "JOB_MESSAGE_ERROR",
    ]
    | str
)


class AutoscalingEvent(CamelModel):
    """A change, or a decision not to change, the size of a worker pool."""

    current_num_workers: Int64 | None = None
    """Workers that the job has at this moment."""
    description: StructuredMessage | None = None
    """Reason for the decision or for its failure."""
    event_type: AutoscalingEventType | None = None
    """What happened, such as a new target or a failed change."""
    target_num_workers: Int64 | None = None
    """Workers that the pool is heading for."""
    time_: datetime | None = None
    """When the service recorded the event."""
    worker_pool: str | None = None
    """Short readable name of the pool concerned."""


class JobMessage(CamelModel):
    """A log line about a job."""

    id: str | None = None
    """Deprecated ID."""
    message_importance: MessageImportance | None = None
    """How important the line is, from debug to error."""
    message_text: str | None = None
    """Content of the line."""
    time_: datetime | None = None
    """When the line was written."""


class ListJobMessagesResponse(CamelModel):
    """A page of log lines and scaling events."""

    autoscaling_events: list[AutoscalingEvent] | None = None
    """Scaling events, oldest first."""
    job_messages: list[JobMessage] | None = None
    """Log lines, oldest first."""
    next_page_token: str | None = None
    """Token for the following page; absent on the last one."""


class Parameter(CamelModel):
    """A name and a value that belong to a message."""

    key: str | None = None
    """Name of the entry."""
    value: Any = None
    """Content of the entry."""


class StructuredMessage(CamelModel):
    """A message for people and for programs."""

    message_key: str | None = None
    """Identifies the kind of message, for example for translation."""
    message_text: str | None = None
    """Wording for people."""
    parameters: list[Parameter] | None = None
    """Values that the wording refers to."""
