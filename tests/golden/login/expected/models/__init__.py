"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .common import Problem, ProblemCode
    from .sessions import OpenSessionRequest, OpenSessionResponse, OpenSessionResponseSession

__all__: list[str] = ["Problem", "ProblemCode"]
__all__ += ["OpenSessionRequest", "OpenSessionResponse", "OpenSessionResponseSession"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Problem": ".common",
        "OpenSessionRequest": ".sessions",
    },
)
