"""What keeps a workspace in step for years: why output is stale, edits recorded, updates."""

from specmill.pipeline.upkeep.recording import record_edits
from specmill.pipeline.upkeep.staleness import Cause, Reason, reasons, reasons_by_api

__all__ = ["Cause", "Reason", "reasons", "reasons_by_api", "record_edits"]
