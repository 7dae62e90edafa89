"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .ships import (
        CreateShipRequest,
        CreateShipRequestCargo,
        Home,
        ListShipsErrorResponse,
        OrderShipRequest,
        OrderShipRequestAnchor,
        OrderShipRequestDayOff,
        OrderShipRequestDrill,
        OrderShipRequestWithCourse,
        OrderShipRequestWithOther,
        OrderShipRequestWithPort,
        OrderShipResponse,
        Sailor,
        Ship,
        ShipInsured,
    )
    from .unused import Boat, BoatInsured, BoatLast, Drill

__all__ = [
    "Boat",
    "BoatInsured",
    "BoatLast",
    "CreateShipRequest",
    "CreateShipRequestCargo",
    "Drill",
    "Home",
    "ListShipsErrorResponse",
    "OrderShipRequest",
    "OrderShipRequestAnchor",
    "OrderShipRequestDayOff",
    "OrderShipRequestDrill",
    "OrderShipRequestWithCourse",
    "OrderShipRequestWithOther",
    "OrderShipRequestWithPort",
    "OrderShipResponse",
    "Sailor",
    "Ship",
    "ShipInsured",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Boat": ".unused",
        "BoatInsured": ".unused",
        "BoatLast": ".unused",
        "CreateShipRequest": ".ships",
        "CreateShipRequestCargo": ".ships",
        "Drill": ".unused",
        "Home": ".ships",
        "ListShipsErrorResponse": ".ships",
        "OrderShipRequest": ".ships",
        "OrderShipRequestAnchor": ".ships",
        "OrderShipRequestDayOff": ".ships",
        "OrderShipRequestDrill": ".ships",
        "OrderShipRequestWithCourse": ".ships",
        "OrderShipRequestWithOther": ".ships",
        "OrderShipRequestWithPort": ".ships",
        "OrderShipResponse": ".ships",
        "Sailor": ".ships",
        "Ship": ".ships",
        "ShipInsured": ".ships",
    },
)
