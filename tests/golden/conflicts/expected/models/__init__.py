"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .jobs import Job, JobState
    from .unused import Base, BaseState, Sibling

__all__ = [
    "Base",
    "BaseState",
    "Job",
    "JobState",
    "Sibling",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Base": ".unused",
        "BaseState": ".unused",
        "Job": ".jobs",
        "JobState": ".jobs",
        "Sibling": ".unused",
    },
)
