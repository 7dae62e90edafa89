"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import TYPE_CHECKING, attach

# `__all__` lists the public names. flake8 and ruff read the next line.
# flake8: noqa: F403, F405
if TYPE_CHECKING:
    from .bikes_trains import *
    from .boats import *
    from .cars import *
    from .cars_garages import *
    from .common import *
    from .fines import *
    from .garages import *
    from .planes import *
    from .tickets import *
    from .tolls import *
    from .trams import *

# fmt: off
__all__ = [
    "BikeList", "BikeListBike",
    "BoatPage",
    "CarsByPlaceResponse", "ListCarsResponse", "SearchCarsRequest",
    "CarsFound",
    "Car",
    "ListFinesResponse",
    "GetGarageResponse", "ListGaragesResponse",
    "Ambiguous",
    "ListTicketsResponse",
    "ListDueTollsResponse", "ListDueTollsResponseLink", "ListTollsResponse",
    "DescribeTramsResponse", "FindTramsResponse", "ListDeclaredTramsResponse",
    "ListTramLinesResponse",
]
# fmt: on

if not TYPE_CHECKING:  # with __getattr__, a type checker would accept every name
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
