"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .parcels import Parcel
    from .webhooks import SendParcelDeliveredPayload, StockPayload, SurveyPayload
    from .webhooks_parcel import LostParcel

__all__: list[str] = ["Parcel"]
__all__ += ["SendParcelDeliveredPayload", "StockPayload", "SurveyPayload"]
__all__ += ["LostParcel"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Parcel": ".parcels",
        "SendParcelDeliveredPayload": ".webhooks",
        "LostParcel": ".webhooks_parcel",
    },
)
