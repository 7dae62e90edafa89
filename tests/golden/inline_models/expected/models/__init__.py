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

__all__: list[str] = ["CreateShipRequest", "CreateShipRequestCargo", "Home"]
__all__ += ["ListShipsErrorResponse", "OrderShipRequest", "OrderShipRequestAnchor"]
__all__ += ["OrderShipRequestDayOff", "OrderShipRequestDrill", "OrderShipRequestWithCourse"]
__all__ += ["OrderShipRequestWithOther", "OrderShipRequestWithPort", "OrderShipResponse", "Sailor"]
__all__ += ["Ship", "ShipInsured"]
__all__ += ["Boat", "BoatInsured", "BoatLast", "Drill"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "CreateShipRequest": ".ships",
        "Boat": ".unused",
    },
)
