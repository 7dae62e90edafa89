"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .common import ServerLocation
    from .unused import Help

__all__ = [
    "Help",
    "ServerLocation",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Help": ".unused",
        "ServerLocation": ".common",
    },
)
