"""Models of `schedules`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import CamelModel, wire_name
from .runs_schedules import RunListResponse

ConcurrencyPolicy: TypeAlias = Literal["suspend", "replace", "skip"] | str
ScheduleStatus: TypeAlias = Literal["running", "success", "failed", "terminated"] | str


class CreateScheduleRequest(CamelModel):
    name: str
    """Name of the schedule. Matches `^[A-Za-z_][A-Za-z0-9_]{1,49}$`."""
    pipeline_id: Annotated[str, wire_name("pipelineID")]
    """The template's id."""
    pipeline_version_id: Annotated[str, wire_name("pipelineVersionID")]
    """The version's id."""
    crontab: str
    """When it runs, in five fields."""
    desc: str | None = None
    """A description."""
    start_time: str | None = None
    """From when on, as `YYYY-MM-DD hh:mm:ss`; at once if left out."""
    end_time: str | None = None
    """Until when, as `YYYY-MM-DD hh:mm:ss`; for ever if left out."""
    concurrency: int | None = None
    """How many of its runs may go on at a time; 0 is any number.

    At least 0. The server's default is `0`.
    """

    concurrency_policy: ConcurrencyPolicy | None = None
    """What happens beyond that: `suspend`, `replace` or `skip`.

    The server's default is `suspend`.
    """

    expire_interval: int | None = None
    """Seconds after which a missed start is dropped; 0 is never.

    At least 0. The server's default is `0`.
    """

    catchup: bool | None = None
    """Make up for missed starts. The server's default is true."""
    username: str | None = None
    """Whose file systems the runs use; for `root`."""


class CreateScheduleResponse(CamelModel):
    schedule_id: Annotated[str, wire_name("scheduleID")]


class ScheduleFsConfig(CamelModel):
    username: str


class ScheduleOptions(CamelModel):
    catchup: bool
    expire_interval: int
    concurrency: int
    concurrency_policy: ConcurrencyPolicy


class ScheduleInfo(CamelModel):
    schedule_id: Annotated[str, wire_name("scheduleID")]
    name: str
    """Its name."""
    desc: str
    """A description."""
    pipeline_id: Annotated[str, wire_name("pipelineID")]
    """The template."""
    pipeline_version_id: Annotated[str, wire_name("pipelineVersionID")]
    username: str
    """Whose it is."""
    fs_config: ScheduleFsConfig
    """Whose file systems its runs use."""
    crontab: str
    """When it runs."""
    options: ScheduleOptions
    """How it deals with missed and simultaneous runs."""
    start_time: str
    """When it starts or started."""
    end_time: str
    """When it ends or ended."""
    create_time: str
    """When it was made."""
    update_time: str
    """When it last changed."""
    next_run_time: str
    """When it runs next."""
    message: Annotated[str, wire_name("scheduleMsg")]
    """How it ended, or what went wrong."""
    status: ScheduleStatus
    """Its state."""


class ScheduleListResponse(CamelModel):
    schedule_list: list[ScheduleInfo]
    max_keys: int
    is_truncated: bool
    """Whether more follows."""
    next_marker: str | None = None
    """Where the next page starts."""


class ScheduleDetailResponse(CamelModel):
    runs: RunListResponse
    schedule_id: Annotated[str, wire_name("scheduleID")]
    name: str
    desc: str
    pipeline_id: Annotated[str, wire_name("pipelineID")]
    pipeline_version_id: Annotated[str, wire_name("pipelineVersionID")]
    username: str
    fs_config: ScheduleFsConfig
    crontab: str
    options: ScheduleOptions
    start_time: str
    end_time: str
    create_time: str
    update_time: str
    next_run_time: str
    schedule_msg: str
    status: ScheduleStatus

    @property
    def message(self) -> str:
        """The reference page's name of `schedule_msg`."""
        return self.schedule_msg
