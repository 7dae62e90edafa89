"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import TYPE_CHECKING, attach

# `__all__` lists the public names. flake8 and ruff read the next line.
# flake8: noqa: F403, F405
if TYPE_CHECKING:
    from .jobs import *
    from .unused import *

# fmt: off
__all__ = [
    "Animal", "AnyTowable", "Being", "Bike", "Car", "Cat", "Comparison", "ComparisonOp", "Dog",
    "Door", "DropStep", "Job", "JobAccess", "JobCheck", "JobNext", "JobRelease",
    "JobReleaseVariant1", "JobReleaseVariant2", "Local", "Lorry", "Mark", "Mark1", "MarkVariant1",
    "MarkVariant3", "MarkVariant4", "Match", "Matching", "Move", "MoveWithJump", "MoveWithStep",
    "OtherPart", "Paint", "Part", "Plant", "PutStep", "Remote", "SeenVehicle", "SeenVehicleCar",
    "SeenVehicleVan", "Step", "Van", "Vehicle", "Version", "VersionWithA", "VersionWithB",
    "VersionWithC", "VersionWithD", "Wash", "Wheel", "Work",
    "Towable",
]
# fmt: on

if not TYPE_CHECKING:  # with __getattr__, a type checker would accept every name
    __getattr__, __dir__ = attach(
        __name__,
        __all__,
        {
            "Animal": ".jobs",
            "Towable": ".unused",
        },
    )
