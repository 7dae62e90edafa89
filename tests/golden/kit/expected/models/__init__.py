"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .beds import Bed
    from .common import Conflict
    from .plants import Plant, PlantPage, Size, Watering

__all__: list[str] = ["Bed"]
__all__ += ["Conflict"]
__all__ += ["Plant", "PlantPage", "Size", "Watering"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Bed": ".beds",
        "Conflict": ".common",
        "Plant": ".plants",
    },
)
