"""Models that `jobs` and `stages` share."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .._runtime.data.formats import SecondsDuration
from .._runtime.data.models import CamelModel

ExecutionState: TypeAlias = (
    Literal[
        "EXECUTION_STATE_UNKNOWN",
        "EXECUTION_STATE_NOT_STARTED",
        "EXECUTION_STATE_RUNNING",
        "EXECUTION_STATE_SUCCEEDED",
        "EXECUTION_STATE_FAILED",
        "EXECUTION_STATE_CANCELLED",
    ]
    | str
)


class HotKeyDebuggingInfo(CamelModel):
    """Facts about keys that receive too much data."""

    detected_hot_keys: dict[str, HotKeyInfo] | None = None
    """One entry per key, by the hash of the key."""


class HotKeyInfo(CamelModel):
    """A key that receives too much data."""

    hot_key_age: SecondsDuration | None = None
    """Time since the first detection."""
    key: str | None = None
    """Text of the key; only present when hot key logging is on."""
    key_truncated: bool | None = None
    """Whether the text is cut because the key exceeds 5 MB."""


class Point(CamelModel):
    """A value at one time."""

    time_: datetime | None = None
    """When it holds."""
    value: float | None = None
    """The number."""


class ProgressTimeseries(CamelModel):
    """How progress develops over time."""

    current_progress: float | None = None
    """Latest progress, from 0 to 1."""
    data_points: list[Point] | None = None
    """Earlier progress in order of time."""


class StragglerDebuggingInfo(CamelModel):
    """What may explain a lag."""

    hot_key: HotKeyDebuggingInfo | None = None
    """Keys that receive too much data."""


class StragglerInfo(CamelModel):
    """Why and since when batch work lags."""

    causes: dict[str, StragglerDebuggingInfo] | None = None
    """Explanation for each cause."""
    start_time: datetime | None = None
    """When the lag was first noticed."""
