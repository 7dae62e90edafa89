"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .jobs import (
        Bike,
        Car,
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
        Move,
        MoveWithJump,
        MoveWithStep,
        OtherPart,
        Paint,
        Part,
        PutStep,
        Remote,
        SeenVehicle,
        SeenVehicleCar,
        SeenVehicleVan,
        Step,
        Towed,
        Van,
        Vehicle,
        Wash,
        Wheel,
        Work,
    )
    from .unused import Towable

__all__: list[str] = ["Bike", "Car", "Door", "DropStep", "Job", "JobAccess", "JobNext"]
__all__ += ["JobRelease", "JobReleaseVariant1", "JobReleaseVariant2", "Local", "Lorry", "Move"]
__all__ += ["MoveWithJump", "MoveWithStep", "OtherPart", "Paint", "Part", "PutStep", "Remote"]
__all__ += ["SeenVehicle", "SeenVehicleCar", "SeenVehicleVan", "Step", "Towed", "Van", "Vehicle"]
__all__ += ["Wash", "Wheel", "Work"]
__all__ += ["Towable"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Bike": ".jobs",
        "Towable": ".unused",
    },
)
