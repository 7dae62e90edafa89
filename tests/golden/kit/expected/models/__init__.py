"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .beds import Bed
    from .common import Conflict
    from .diary_weather import Entry
    from .labels import Label
    from .operations_plants import Operation, OperationError
    from .plants import Plant, PlantChange, PlantPage, Size, Watering
    from .seeds import Seed

__all__: list[str] = ["Bed"]
__all__ += ["Conflict"]
__all__ += ["Entry"]
__all__ += ["Label"]
__all__ += ["Operation", "OperationError"]
__all__ += ["Plant", "PlantChange", "PlantPage", "Size", "Watering"]
__all__ += ["Seed"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Bed": ".beds",
        "Conflict": ".common",
        "Entry": ".diary_weather",
        "Label": ".labels",
        "Operation": ".operations_plants",
        "Plant": ".plants",
        "Seed": ".seeds",
    },
)
