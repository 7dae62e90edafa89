"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .machines import Machine, MachineState, Named, StoredMachine
    from .unused import JustNamed, Timed

__all__: list[str] = ["Machine", "MachineState", "Named", "StoredMachine"]
__all__ += ["JustNamed", "Timed"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Machine": ".machines",
        "JustNamed": ".unused",
    },
)
