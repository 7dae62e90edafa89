"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .gate_operations_gates import (
        GateOperation,
        GateOperationError,
        GateOperationErrorError,
        GateOperationStatus,
    )
    from .operations import CancelOperationRequest, Empty
    from .operations_plots import Operation, Status
    from .plots import (
        DigRequest,
        Plot,
        PlotOperationMetadata,
        Soil,
        WaterPlotMetadata,
        WaterPlotRequest,
        WaterPlotResponse,
    )

__all__ = [
    "CancelOperationRequest",
    "DigRequest",
    "Empty",
    "GateOperation",
    "GateOperationError",
    "GateOperationErrorError",
    "GateOperationStatus",
    "Operation",
    "Plot",
    "PlotOperationMetadata",
    "Soil",
    "Status",
    "WaterPlotMetadata",
    "WaterPlotRequest",
    "WaterPlotResponse",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "CancelOperationRequest": ".operations",
        "DigRequest": ".plots",
        "Empty": ".operations",
        "GateOperation": ".gate_operations_gates",
        "GateOperationError": ".gate_operations_gates",
        "GateOperationErrorError": ".gate_operations_gates",
        "GateOperationStatus": ".gate_operations_gates",
        "Operation": ".operations_plots",
        "Plot": ".plots",
        "PlotOperationMetadata": ".plots",
        "Soil": ".plots",
        "Status": ".operations_plots",
        "WaterPlotMetadata": ".plots",
        "WaterPlotRequest": ".plots",
        "WaterPlotResponse": ".plots",
    },
)
