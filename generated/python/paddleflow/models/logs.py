"""Models of `logs`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import CamelModel, wire_name

LogFilePosition: TypeAlias = Literal["begin", "end"] | str


class LogContent(CamelModel):
    log_content: str
    has_next_page: bool
    truncated: bool


class TaskLog(CamelModel):
    task_id: Annotated[str, wire_name("taskID")]
    log_info: LogContent


class JobLog(CamelModel):
    job_id: Annotated[str, wire_name("jobID")]
    task_list: list[TaskLog]
    name: str
    type: str
    event_list: list[str] | None


class RunLogResponse(CamelModel):
    submit_log: str
    """How the run was submitted."""
    run_log: list[JobLog]
    run_id: Annotated[str, wire_name("runID")]


class JobLogDetail(CamelModel):
    job_id: Annotated[str | None, wire_name("jobID")] = None
    name: str | None = None
    type: str | None = None
    task_list: list[TaskLog] | None = None
    event_list: list[str] | None = None
