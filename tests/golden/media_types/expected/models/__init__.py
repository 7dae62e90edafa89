"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .common import Step
    from .reports import Job, Problem, Report

__all__: list[str] = ["Step"]
__all__ += ["Job", "Problem", "Report"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Step": ".common",
        "Job": ".reports",
    },
)
