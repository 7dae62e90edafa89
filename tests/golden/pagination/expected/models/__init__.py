"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .bikes_trains import BikeList, BikeListBike
    from .boats import BoatPage
    from .cars import CarsByPlaceResponse, ListCarsResponse, SearchCarsRequest
    from .cars_garages import CarsFound
    from .common import Car
    from .fines import ListFinesResponse
    from .garages import GetGarageResponse, ListGaragesResponse
    from .planes import Ambiguous
    from .tickets import ListTicketsResponse
    from .tolls import ListDueTollsResponse, ListDueTollsResponseLink, ListTollsResponse
    from .trams import (
        DescribeTramsResponse,
        FindTramsResponse,
        ListDeclaredTramsResponse,
        ListTramLinesResponse,
    )

__all__: list[str] = ["BikeList", "BikeListBike"]
__all__ += ["BoatPage"]
__all__ += ["CarsByPlaceResponse", "ListCarsResponse", "SearchCarsRequest"]
__all__ += ["CarsFound"]
__all__ += ["Car"]
__all__ += ["ListFinesResponse"]
__all__ += ["GetGarageResponse", "ListGaragesResponse"]
__all__ += ["Ambiguous"]
__all__ += ["ListTicketsResponse"]
__all__ += ["ListDueTollsResponse", "ListDueTollsResponseLink", "ListTollsResponse"]
__all__ += ["DescribeTramsResponse", "FindTramsResponse", "ListDeclaredTramsResponse"]
__all__ += ["ListTramLinesResponse"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "BikeList": ".bikes_trains",
        "BoatPage": ".boats",
        "CarsByPlaceResponse": ".cars",
        "CarsFound": ".cars_garages",
        "Car": ".common",
        "ListFinesResponse": ".fines",
        "GetGarageResponse": ".garages",
        "Ambiguous": ".planes",
        "ListTicketsResponse": ".tickets",
        "ListDueTollsResponse": ".tolls",
        "DescribeTramsResponse": ".trams",
    },
)
