"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .bikes_trains import BikeList, BikeListBike
    from .boats import BoatPage
    from .cars import ListCarsResponse
    from .cars_planes import Car
    from .planes import Ambiguous

__all__ = [
    "Ambiguous",
    "BikeList",
    "BikeListBike",
    "BoatPage",
    "Car",
    "ListCarsResponse",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Ambiguous": ".planes",
        "BikeList": ".bikes_trains",
        "BikeListBike": ".bikes_trains",
        "BoatPage": ".boats",
        "Car": ".cars_planes",
        "ListCarsResponse": ".cars",
    },
)
