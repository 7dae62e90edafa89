"""Models that no operation uses."""

from __future__ import annotations

from .._runtime.models import CamelModel
from .ships import Home, Sailor


class Drill(CamelModel):
    name: str | None = None


class BoatInsured(CamelModel):
    by: str | None = None
    sum: float | None = None


class BoatLast(CamelModel):
    from_: str | None = None
    to: str | None = None
    days: int | None = None
    miles: int | None = None
    crew: int | None = None
    price: float | None = None


class Boat(CamelModel):
    """A list of crew members that shares nothing but their shape with anybody else."""

    rower: Sailor | None = None
    home: Home | None = None
    insured: BoatInsured | None = None
    last: BoatLast | None = None
    next: BoatLast | None = None
