"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .jobs import (
        AnyTowable,
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
        Van,
        Vehicle,
        Wash,
        Wheel,
        Work,
    )
    from .unused import Towable

__all__: list[str] = ["AnyTowable", "Bike", "Car", "Door", "DropStep", "Job", "JobAccess"]
__all__ += ["JobNext", "JobRelease", "JobReleaseVariant1", "JobReleaseVariant2", "Local", "Lorry"]
__all__ += ["Move", "MoveWithJump", "MoveWithStep", "OtherPart", "Paint", "Part", "PutStep"]
__all__ += ["Remote", "SeenVehicle", "SeenVehicleCar", "SeenVehicleVan", "Step", "Van", "Vehicle"]
__all__ += ["Wash", "Wheel", "Work"]
__all__ += ["Towable"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "AnyTowable": ".jobs",
        "Towable": ".unused",
    },
)
