"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .ships import (
        CreateShipRequest,
        CreateShipRequestCargo,
        Home,
        ListOrdersOfShipConflictResponse,
        ListOrdersOfShipNotFoundResponse,
        ListShipsErrorResponse,
        OrderShipRequest,
        OrderShipRequestAnchor,
        OrderShipRequestDayOff,
        OrderShipRequestDrill,
        OrderShipRequestWithCourse,
        OrderShipRequestWithOther,
        OrderShipRequestWithPort,
        OrderShipResponse,
        OrderSort,
        OrdersResponse,
        Sailor,
        Ship,
        ShipInsured,
        ShipSort,
    )
    from .unused import (
        Boat,
        BoatInsured,
        BoatLast,
        Drill,
        HarborPilot,
        HarborPilotBadge,
        HarborPilotBadgeIssuer,
        HarborPilotBoat,
        HarborPilotLinks,
        HarborPilotNotice,
        HarborPilotNoticeCrewWithObjectNames,
        HarborPilotNoticeCrewWithObjectNamesName,
        HarborPilotNoticeCrewWithTextNames,
        HarborPilotNoticeHarborPilot,
        HarborPilotNoticeOutcomeTextOnly,
        HarborPilotNoticeOutcomeWithBerth,
        HarborPilotNoticeProgressDocked,
        HarborPilotNoticeProgressWaitingOrTowed,
        HarborPilotNoticeProgressWaitingOrTowedStep,
        HarborPilotNoticeShift,
        PilotPermissions,
        PilotPermissionValue,
    )

__all__: list[str] = ["CreateShipRequest", "CreateShipRequestCargo", "Home"]
__all__ += ["ListOrdersOfShipConflictResponse", "ListOrdersOfShipNotFoundResponse"]
__all__ += ["ListShipsErrorResponse", "OrderShipRequest", "OrderShipRequestAnchor"]
__all__ += ["OrderShipRequestDayOff", "OrderShipRequestDrill", "OrderShipRequestWithCourse"]
__all__ += ["OrderShipRequestWithOther", "OrderShipRequestWithPort", "OrderShipResponse"]
__all__ += ["OrderSort", "OrdersResponse", "Sailor", "Ship", "ShipInsured", "ShipSort"]
__all__ += ["Boat", "BoatInsured", "BoatLast", "Drill", "HarborPilot", "HarborPilotBadge"]
__all__ += ["HarborPilotBadgeIssuer", "HarborPilotBoat", "HarborPilotLinks", "HarborPilotNotice"]
__all__ += ["HarborPilotNoticeCrewWithObjectNames", "HarborPilotNoticeCrewWithObjectNamesName"]
__all__ += ["HarborPilotNoticeCrewWithTextNames", "HarborPilotNoticeHarborPilot"]
__all__ += ["HarborPilotNoticeOutcomeTextOnly", "HarborPilotNoticeOutcomeWithBerth"]
__all__ += ["HarborPilotNoticeProgressDocked", "HarborPilotNoticeProgressWaitingOrTowed"]
__all__ += ["HarborPilotNoticeProgressWaitingOrTowedStep", "HarborPilotNoticeShift"]
__all__ += ["PilotPermissions", "PilotPermissionValue"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "CreateShipRequest": ".ships",
        "Boat": ".unused",
    },
)
