"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .common import Cat, Dog, Victim, VictimKind, VictimUnion
    from .tmp import TmpUp
    from .unused import EvilObjectImportOs, Import, Init, Lambda, ModelModel, System

__all__: list[str] = ["Cat", "Dog", "Victim", "VictimKind", "VictimUnion"]
__all__ += ["TmpUp"]
__all__ += ["EvilObjectImportOs", "Import", "Init", "Lambda", "ModelModel", "System"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Cat": ".common",
        "TmpUp": ".tmp",
        "EvilObjectImportOs": ".unused",
    },
)
