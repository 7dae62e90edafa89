"""What keeps a workspace in step for years: why output is stale, edits recorded, updates."""

from specmill.pipeline.upkeep.recording import record_edits
from specmill.pipeline.upkeep.staleness import Cause, Reason, reasons, reasons_by_api, stamps
from specmill.pipeline.upkeep.updating import Updated, update

__all__ = [
    "Cause",
    "Reason",
    "Updated",
    "reasons",
    "reasons_by_api",
    "record_edits",
    "stamps",
    "update",
]
