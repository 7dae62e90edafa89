"""Models that many resources share."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from .._runtime.data.models import CamelModel

Xgafv: TypeAlias = Literal["1", "2"] | str
Alt: TypeAlias = Literal["json", "media", "proto"] | str


class MetricStructuredName(CamelModel):
    """The parts that together identify a metric."""

    context: dict[str, str] | None = None
    """Where in the job it comes from, such as a step or collection."""
    name: str | None = None
    """Name that the worker gives it."""
    origin: str | None = None
    """Namespace; dataflow for built-in metrics, possibly empty for the user's own."""


class MetricUpdate(CamelModel):
    """A value of a metric."""

    bounded_trie: Any = None
    """Value as a limited tree of paths, in the newer form."""
    cumulative: bool | None = None
    """Whether the value is a running total; by default it is a difference."""
    distribution: Any = None
    """Value as a distribution of numbers."""
    gauge: Any = None
    """Value at a point in time, where the newest one counts."""
    internal: Any = None
    """Value that only the service understands."""
    kind: str | None = None
    """How single updates are combined, such as Sum or Max; absent for one plain sample."""
    mean_count: Any = None
    """Number of values, for the Mean kind."""
    mean_sum: Any = None
    """Total of the values, for the Mean kind."""
    name: MetricStructuredName | None = None
    """Which metric the value belongs to."""
    scalar: Any = None
    """Single value, for Min, Max, Sum, Or and And."""
    set: Any = None
    """List of values of one type, for the Set kind."""
    trie: Any = None
    """Value as a limited tree of paths."""
    update_time: datetime | None = None
    """When the value was current; workers may leave it out."""


class Package(CamelModel):
    """A file that workers install before they run user code."""

    location: str | None = None
    """Cloud Storage resource that holds the file."""
    name: str | None = None
    """What the file is called."""
    sha256: str | None = None
    """SHA-256 checksum in hex; on a mismatch the worker does not start."""
