"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .checks import Check, CheckLogin
    from .common import Password
    from .stores import Backend, Store
    from .unused import Inventory

__all__: list[str] = ["Check", "CheckLogin"]
__all__ += ["Password"]
__all__ += ["Backend", "Store"]
__all__ += ["Inventory"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Check": ".checks",
        "Password": ".common",
        "Backend": ".stores",
        "Inventory": ".unused",
    },
)
