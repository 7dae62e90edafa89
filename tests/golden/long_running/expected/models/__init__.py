"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import attach

TYPE_CHECKING = bool(0)
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

__all__: list[str] = ["GateOperation", "GateOperationError", "GateOperationErrorError"]
__all__ += ["GateOperationStatus"]
__all__ += ["CancelOperationRequest", "Empty"]
__all__ += ["Operation", "Status"]
__all__ += ["DigRequest", "Plot", "PlotOperationMetadata", "Soil", "WaterPlotMetadata"]
__all__ += ["WaterPlotRequest", "WaterPlotResponse"]

__getattr__, __dir__ = attach(
    __name__,
    __all__,
    {
        "GateOperation": ".gate_operations_gates",
        "CancelOperationRequest": ".operations",
        "Operation": ".operations_plots",
        "DigRequest": ".plots",
    },
)
