"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .common import Cat, Dog, Victim, VictimKind, VictimUnion
    from .tmp import TmpUp
    from .unused import EvilObjectImportOs, Import, Init, Lambda, ModelModel, System

__all__ = [
    "Cat",
    "Dog",
    "EvilObjectImportOs",
    "Import",
    "Init",
    "Lambda",
    "ModelModel",
    "System",
    "TmpUp",
    "Victim",
    "VictimKind",
    "VictimUnion",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Cat": ".common",
        "Dog": ".common",
        "EvilObjectImportOs": ".unused",
        "Import": ".unused",
        "Init": ".unused",
        "Lambda": ".unused",
        "ModelModel": ".unused",
        "System": ".unused",
        "TmpUp": ".tmp",
        "Victim": ".common",
        "VictimKind": ".common",
        "VictimUnion": ".common",
    },
)
