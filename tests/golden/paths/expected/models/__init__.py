"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
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

__all__ = [
    "Parcel",
    "Report",
    "ReportRowWithParcels",
    "ReportRowWithStamps",
    "ReportUnit",
    "UsageCostsGroupBy",
    "UsageStampsGroupBy",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "Parcel": ".parcels",
        "Report": ".usage",
        "ReportRowWithParcels": ".usage",
        "ReportRowWithStamps": ".usage",
        "ReportUnit": ".usage",
        "UsageCostsGroupBy": ".usage",
        "UsageStampsGroupBy": ".usage",
    },
)
