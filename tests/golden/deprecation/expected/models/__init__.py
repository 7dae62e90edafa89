"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .files import File
    from .unused import OldKind

__all__: list[str] = ["File"]
__all__ += ["OldKind"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "File": ".files",
        "OldKind": ".unused",
    },
)
