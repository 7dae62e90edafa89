"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .parcels import Parcel
    from .webhooks import SendParcelDeliveredPayload, StockPayload, SurveyPayload
    from .webhooks_parcel import LostParcel

__all__ = [
    "LostParcel",
    "Parcel",
    "SendParcelDeliveredPayload",
    "StockPayload",
    "SurveyPayload",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "LostParcel": ".webhooks_parcel",
        "Parcel": ".parcels",
        "SendParcelDeliveredPayload": ".webhooks",
        "StockPayload": ".webhooks",
        "SurveyPayload": ".webhooks",
    },
)
