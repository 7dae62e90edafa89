"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .client import Status
    from .common import Fault, ModelModel, State
    from .engines import Engine

__all__: list[str] = ["Status"]
__all__ += ["Fault", "ModelModel", "State"]
__all__ += ["Engine"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Status": ".client",
        "Fault": ".common",
        "Engine": ".engines",
    },
)
