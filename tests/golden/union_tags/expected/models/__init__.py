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
        Dog,
        Door,
        DropStep,
        Job,
        JobAccess,
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

__all__: list[str] = ["Animal", "AnyTowable", "Being", "Bike", "Car", "Cat", "Dog", "Door"]
__all__ += ["DropStep", "Job", "JobAccess", "JobNext", "JobRelease", "JobReleaseVariant1"]
__all__ += ["JobReleaseVariant2", "Local", "Lorry", "Mark", "Mark1", "MarkVariant1", "MarkVariant3"]
__all__ += ["MarkVariant4", "Move", "MoveWithJump", "MoveWithStep", "OtherPart", "Paint", "Part"]
__all__ += ["Plant", "PutStep", "Remote", "SeenVehicle", "SeenVehicleCar", "SeenVehicleVan", "Step"]
__all__ += ["Van", "Vehicle", "Version", "VersionWithA", "VersionWithB", "VersionWithC"]
__all__ += ["VersionWithD", "Wash", "Wheel", "Work"]
__all__ += ["Towable"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Animal": ".jobs",
        "Towable": ".unused",
    },
)
