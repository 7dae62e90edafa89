"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .common import ServerLocation
    from .unused import Help

__all__: list[str] = ["ServerLocation"]
__all__ += ["Help"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "ServerLocation": ".common",
        "Help": ".unused",
    },
)
