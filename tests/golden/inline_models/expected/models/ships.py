"""Models of `ships`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import Model

ShipSort: TypeAlias = Literal["name", "age"] | str
OrderSort: TypeAlias = Literal["date", "port"] | str


class Sailor(Model):
    name: str | None = None
    rank: int | None = None


class Home(Model):
    city: str | None = None
    pier: int | None = None


class ShipInsured(Model):
    by: str | None = None


class Ship(Model):
    captain: Sailor | None = None
    """Who commands."""
    mate: Sailor | None = None
    """Who helps."""
    home: Home | None = None
    insured: ShipInsured | None = None


class ListShipsErrorResponse(Model):
    reason: str | None = None


class CreateShipRequest(Model):
    name: str
    cargo: list[str | CreateShipRequestCargo] | None = None


class CreateShipRequestCargo(Model):
    name: str
    tons: float | None = None


class OrdersResponse(Model):
    total: int | None = None
    results: list[str] | None = None


class ListOrdersOfShipNotFoundResponse(Model):
    ship: str | None = None


class ListOrdersOfShipConflictResponse(Model):
    back: str | None = None


class OrderShipResponse(Model):
    name: str | None = None


class OrderShipRequestWithPort(Model):
    port: str
    hurry: bool | None = None


class OrderShipRequestWithCourse(Model):
    course: int
    hurry: bool | None = None


class OrderShipRequestAnchor(Model):
    kind: Literal["anchor"] | None = None
    depth: int | None = None


class OrderShipRequestDrill(Model):
    name: str | None = None
    loud: bool | None = None


class OrderShipRequestDayOff(Model):
    reason: str | None = None


class OrderShipRequestWithOther(Model):
    other: str | None = None


OrderShipRequest: TypeAlias = (
    OrderShipRequestWithPort
    | OrderShipRequestWithCourse
    | OrderShipRequestAnchor
    | OrderShipRequestDrill
    | OrderShipRequestDayOff
    | OrderShipRequestWithOther
)
