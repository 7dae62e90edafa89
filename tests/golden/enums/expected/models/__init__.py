"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
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
    from .unused import Level, Maybe

__all__ = [
    "Lamp",
    "LampAlways",
    "LampColour",
    "LampLevel",
    "LampMixed",
    "LampMood",
    "LampOdd",
    "LampSort",
    "Level",
    "Maybe",
    "Power",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Lamp": ".lamps",
        "LampAlways": ".lamps",
        "LampColour": ".lamps",
        "LampLevel": ".lamps",
        "LampMixed": ".lamps",
        "LampMood": ".lamps",
        "LampOdd": ".lamps",
        "LampSort": ".lamps",
        "Level": ".unused",
        "Maybe": ".unused",
        "Power": ".lamps",
    },
)
