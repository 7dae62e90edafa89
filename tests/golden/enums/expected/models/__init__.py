"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .lamps import (
        Lamp,
        LampAlways,
        LampColour,
        LampComposed,
        LampGlow,
        LampLevel,
        LampMixed,
        LampMood,
        LampOdd,
        LampSort,
        LampTint,
        Power,
    )
    from .unused import Level, Maybe, Shade, ShadeValues

__all__: list[str] = ["Lamp", "LampAlways", "LampColour", "LampComposed", "LampGlow", "LampLevel"]
__all__ += ["LampMixed", "LampMood", "LampOdd", "LampSort", "LampTint", "Power"]
__all__ += ["Level", "Maybe", "Shade", "ShadeValues"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Lamp": ".lamps",
        "Level": ".unused",
    },
)
