"""Models of `statistics`."""

from __future__ import annotations

from typing import Literal, TypeAlias

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


class StatisticsJobInfo(CamelModel):
    """Averages of a job."""

    metrics_info: dict[str, str]
    """Metric to its average, as text with a unit."""


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
