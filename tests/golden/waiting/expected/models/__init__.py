"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .builds import Build, BuildStatus, BuildStatusPhase
    from .common import Problem
    from .ships import Ship

__all__: list[str] = ["Build", "BuildStatus", "BuildStatusPhase"]
__all__ += ["Problem"]
__all__ += ["Ship"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Build": ".builds",
        "Problem": ".common",
        "Ship": ".ships",
    },
)
