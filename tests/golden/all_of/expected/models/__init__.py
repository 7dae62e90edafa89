"""The models of this API; each loads on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import attach

if TYPE_CHECKING:
    from .machines import Machine, MachineState, Named, StoredMachine
    from .unused import JustNamed, Timed

__all__ = [
    "JustNamed",
    "Machine",
    "MachineState",
    "Named",
    "StoredMachine",
    "Timed",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "JustNamed": ".unused",
        "Machine": ".machines",
        "MachineState": ".machines",
        "Named": ".machines",
        "StoredMachine": ".machines",
        "Timed": ".unused",
    },
)
