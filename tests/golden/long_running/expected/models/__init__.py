"""The models of this API; each loads on first use."""

from __future__ import annotations

from .._runtime.lazy import TYPE_CHECKING, attach

# `__all__` lists the public names. flake8 and ruff read the next line.
# flake8: noqa: F403, F405
if TYPE_CHECKING:
    from .gate_operations_gates import *
    from .operations import *
    from .operations_plots import *
    from .plots import *

# fmt: off
__all__ = [
    "GateOperation", "GateOperationError", "GateOperationErrorError", "GateOperationStatus",
    "CancelOperationRequest", "Empty",
    "Operation", "Status",
    "DigRequest", "Plot", "PlotOperationMetadata", "Soil", "WaterPlotMetadata", "WaterPlotRequest",
    "WaterPlotResponse",
]
# fmt: on

if not TYPE_CHECKING:  # with __getattr__, a type checker would accept every name
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
