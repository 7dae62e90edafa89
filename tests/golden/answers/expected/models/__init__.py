"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .feeds import Done, Tick
    from .files_links import File
    from .links import Fault
    from .unused import Content

__all__: list[str] = ["Done", "Tick"]
__all__ += ["File"]
__all__ += ["Fault"]
__all__ += ["Content"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Done": ".feeds",
        "File": ".files_links",
        "Fault": ".links",
        "Content": ".unused",
    },
)
