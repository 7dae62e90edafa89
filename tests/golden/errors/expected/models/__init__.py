"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .jobs import CreateJob409Response, Problem, Slow

__all__: list[str] = ["CreateJob409Response", "Problem", "Slow"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "CreateJob409Response": ".jobs",
    },
)
