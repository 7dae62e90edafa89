"""Models of `statistics`."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._runtime.data.models import CamelModel

TaskInfoMetric: TypeAlias = (
    Literal[
        "cpu_usage_rate",
        "memory_usage_rate",
        "memory_usage",
        "disk_usage",
        "net_receive_bytes",
        "net_send_bytes",
        "disk_read_rate",
        "disk_write_rate",
        "gpu_util",
        "gpu_memory_util",
        "gpu_memory_usage",
    ]
    | str
)


class QueryCardTimeRequest(CamelModel):
    start_time: str
    """Since then, such as `2026-11-29 18:00:00`."""
    end_time: str
    """Until then."""
    queue_names: list[str]


class StatisticsJobInfo(CamelModel):
    """Averages of a job."""

    metrics_info: dict[str, str]
    """Two decimals and a unit, or `NaN` and a unit."""


class StatisticsJobDetailInfo(CamelModel):
    """Time series of a job."""

    result: list[Result]
    """One for each task."""
    truncated: bool
    """Whether something was cut off."""


class Result(CamelModel):
    """Time series of one task."""

    task_name: str
    task_info: list[TaskInfo]
    """Its metrics."""


class TaskInfo(CamelModel):
    """Time series of one metric."""

    metric: TaskInfoMetric
    """Which metric."""
    values: list[list[float]]
    """Pairs of a time, in seconds since 1970, and a value."""


class CardTimeResponse(CamelModel):
    """How long queues used accelerators."""

    data: list[QueueCardTime] | None = None


class QueueCardTime(CamelModel):
    """How long a queue used accelerators."""

    queue_name: str | None = None
    card_time: float | None = None
    device_type: str | None = None
    detail: list[dict[str, Any]] | None = None
