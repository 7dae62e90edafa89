"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import TYPE_CHECKING, attach

# `__all__` lists the public names. flake8 and ruff read the next line.
# flake8: noqa: F403, F405
if TYPE_CHECKING:
    from .beds import *
    from .common import *
    from .diary_weather import *
    from .labels import *
    from .operations_plants import *
    from .plants import *
    from .seeds import *

# fmt: off
__all__ = [
    "Bed",
    "Conflict",
    "Entry",
    "Label",
    "Operation", "OperationError",
    "Plant", "PlantChange", "PlantPage", "Size", "Watering",
    "Seed",
]
# fmt: on

if not TYPE_CHECKING:  # with __getattr__, a type checker would accept every name
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
