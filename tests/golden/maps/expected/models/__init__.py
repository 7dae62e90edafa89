"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .labels import Label
    from .unused import Bag, Closed, Empty, Grid, Named, NamedValue, Typed

__all__: list[str] = ["Label"]
__all__ += ["Bag", "Closed", "Empty", "Grid", "Named", "NamedValue", "Typed"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Label": ".labels",
        "Bag": ".unused",
    },
)
