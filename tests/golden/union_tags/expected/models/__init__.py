"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .jobs import (
        Animal,
        AnyTowable,
        Being,
        Bike,
        Car,
        Cat,
        Comparison,
        ComparisonOp,
        Dog,
        Door,
        DropStep,
        Job,
        JobAccess,
        JobCheck,
        JobNext,
        JobRelease,
        JobReleaseVariant1,
        JobReleaseVariant2,
        Local,
        Lorry,
        Mark,
        Mark1,
        MarkVariant1,
        MarkVariant3,
        MarkVariant4,
        Match,
        Matching,
        Move,
        MoveWithJump,
        MoveWithStep,
        OtherPart,
        Paint,
        Part,
        Plant,
        PutStep,
        Remote,
        SeenVehicle,
        SeenVehicleCar,
        SeenVehicleVan,
        Step,
        Van,
        Vehicle,
        Version,
        VersionWithA,
        VersionWithB,
        VersionWithC,
        VersionWithD,
        Wash,
        Wheel,
        Work,
    )
    from .unused import Towable

__all__: list[str] = ["Animal", "AnyTowable", "Being", "Bike", "Car", "Cat", "Comparison"]
__all__ += ["ComparisonOp", "Dog", "Door", "DropStep", "Job", "JobAccess", "JobCheck", "JobNext"]
__all__ += ["JobRelease", "JobReleaseVariant1", "JobReleaseVariant2", "Local", "Lorry", "Mark"]
__all__ += ["Mark1", "MarkVariant1", "MarkVariant3", "MarkVariant4", "Match", "Matching", "Move"]
__all__ += ["MoveWithJump", "MoveWithStep", "OtherPart", "Paint", "Part", "Plant", "PutStep"]
__all__ += ["Remote", "SeenVehicle", "SeenVehicleCar", "SeenVehicleVan", "Step", "Van", "Vehicle"]
__all__ += ["Version", "VersionWithA", "VersionWithB", "VersionWithC", "VersionWithD", "Wash"]
__all__ += ["Wheel", "Work"]
__all__ += ["Towable"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Animal": ".jobs",
        "Towable": ".unused",
    },
)
