"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
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
    from .trams import (
        DescribeTramsResponse,
        FindTramsResponse,
        ListDeclaredTramsResponse,
        ListTramLinesResponse,
    )

__all__ = [
    "Ambiguous",
    "BikeList",
    "BikeListBike",
    "BoatPage",
    "Car",
    "CarsByPlaceResponse",
    "CarsFound",
    "DescribeTramsResponse",
    "FindTramsResponse",
    "GetGarageResponse",
    "ListCarsResponse",
    "ListDeclaredTramsResponse",
    "ListFinesResponse",
    "ListGaragesResponse",
    "ListTicketsResponse",
    "ListTramLinesResponse",
    "SearchCarsRequest",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Ambiguous": ".planes",
        "BikeList": ".bikes_trains",
        "BikeListBike": ".bikes_trains",
        "BoatPage": ".boats",
        "Car": ".common",
        "CarsByPlaceResponse": ".cars",
        "CarsFound": ".cars_garages",
        "DescribeTramsResponse": ".trams",
        "FindTramsResponse": ".trams",
        "GetGarageResponse": ".garages",
        "ListCarsResponse": ".cars",
        "ListDeclaredTramsResponse": ".trams",
        "ListFinesResponse": ".fines",
        "ListGaragesResponse": ".garages",
        "ListTicketsResponse": ".tickets",
        "ListTramLinesResponse": ".trams",
        "SearchCarsRequest": ".cars",
    },
)
