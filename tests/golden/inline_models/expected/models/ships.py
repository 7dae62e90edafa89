"""Models of `ships`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import CamelModel


class Sailor(CamelModel):
    name: str | None = None
    rank: int | None = None


class Home(CamelModel):
    city: str | None = None
    pier: int | None = None


class ShipInsured(CamelModel):
    by: str | None = None


class Ship(CamelModel):
    captain: Sailor | None = None
    """Who commands."""

    mate: Sailor | None = None
    """Who helps."""

    home: Home | None = None
    insured: ShipInsured | None = None


class ListShipsErrorResponse(CamelModel):
    reason: str | None = None


class CreateShipRequest(CamelModel):
    name: str
    cargo: list[str | CreateShipRequestCargo] | None = None


class CreateShipRequestCargo(CamelModel):
    name: str
    tons: float | None = None


class OrderShipResponse(CamelModel):
    name: str | None = None


class OrderShipRequestWithPort(CamelModel):
    port: str
    hurry: bool | None = None


class OrderShipRequestWithCourse(CamelModel):
    course: int
    hurry: bool | None = None


class OrderShipRequestAnchor(CamelModel):
    kind: Literal["anchor"] | None = None
    depth: int | None = None


class OrderShipRequestDrill(CamelModel):
    name: str | None = None
    loud: bool | None = None


class OrderShipRequestDayOff(CamelModel):
    reason: str | None = None


class OrderShipRequestWithOther(CamelModel):
    other: str | None = None


OrderShipRequest: TypeAlias = (
    OrderShipRequestWithPort
    | OrderShipRequestWithCourse
    | OrderShipRequestAnchor
    | OrderShipRequestDrill
    | OrderShipRequestDayOff
    | OrderShipRequestWithOther
)
