"""The models of this API; each loads on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import attach

if TYPE_CHECKING:
    from .jobs import CreateJob409Response, Problem, Slow

__all__ = [
    "CreateJob409Response",
    "Problem",
    "Slow",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "CreateJob409Response": ".jobs",
        "Problem": ".jobs",
        "Slow": ".jobs",
    },
)
