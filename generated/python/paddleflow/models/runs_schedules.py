"""Models that `runs` and `schedules` share."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import CamelModel, wire_name

RunStatus: TypeAlias = (
    Literal[
        "initiating",
        "pending",
        "running",
        "succeeded",
        "failed",
        "terminating",
        "terminated",
        "skipped",
    ]
    | str
)


class RunBrief(CamelModel):
    """A run as lists show it."""

    run_id: Annotated[str, wire_name("runID")]
    name: str
    source: str
    username: str
    fs_name: str
    description: str
    schedule_id: Annotated[str, wire_name("scheduleID")]
    run_msg: str
    status: RunStatus
    scheduled_time: str
    create_time: str
    activate_time: str
    update_time: str


class RunListResponse(CamelModel):
    run_list: list[RunBrief]
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""
