"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .jobs import (
        Bike,
        BikeOrLorry,
        Car,
        Door,
        DropStep,
        Job,
        JobRelease,
        JobReleaseVariant1,
        JobReleaseVariant2,
        Local,
        LocalOrRemote,
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
        WashOrPaint,
        Wheel,
        Work,
    )
    from .unused import Towable

__all__: list[str] = ["Bike", "BikeOrLorry", "Car", "Door", "DropStep", "Job", "JobRelease"]
__all__ += ["JobReleaseVariant1", "JobReleaseVariant2", "Local", "LocalOrRemote", "Lorry", "Move"]
__all__ += ["MoveWithJump", "MoveWithStep", "OtherPart", "Paint", "Part", "PutStep", "Remote"]
__all__ += ["SeenVehicle", "SeenVehicleCar", "SeenVehicleVan", "Step", "Van", "Vehicle", "Wash"]
__all__ += ["WashOrPaint", "Wheel", "Work"]
__all__ += ["Towable"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Bike": ".jobs",
        "Towable": ".unused",
    },
)
