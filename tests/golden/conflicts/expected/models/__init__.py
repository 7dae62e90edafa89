"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .jobs import Job, JobState
    from .unused import Base, BaseState, Sibling

__all__: list[str] = ["Job", "JobState"]
__all__ += ["Base", "BaseState", "Sibling"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Job": ".jobs",
        "Base": ".unused",
    },
)
