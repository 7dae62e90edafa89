"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .lamps import (
        Lamp,
        LampAlways,
        LampColour,
        LampLevel,
        LampMixed,
        LampMood,
        LampOdd,
        LampSort,
        Power,
    )
    from .unused import Level, Maybe, Shade, ShadeValues

__all__: list[str] = ["Lamp", "LampAlways", "LampColour", "LampLevel", "LampMixed", "LampMood"]
__all__ += ["LampOdd", "LampSort", "Power"]
__all__ += ["Level", "Maybe", "Shade", "ShadeValues"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Lamp": ".lamps",
        "Level": ".unused",
    },
)
