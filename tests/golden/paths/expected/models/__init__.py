"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
if TYPE_CHECKING:
    from .parcels import Parcel
    from .usage import (
        Report,
        ReportRowWithParcels,
        ReportRowWithStamps,
        ReportUnit,
        UsageCostsGroupBy,
        UsageStampsGroupBy,
    )

__all__: list[str] = ["Parcel"]
__all__ += ["Report", "ReportRowWithParcels", "ReportRowWithStamps", "ReportUnit"]
__all__ += ["UsageCostsGroupBy", "UsageStampsGroupBy"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "Parcel": ".parcels",
        "Report": ".usage",
    },
)
