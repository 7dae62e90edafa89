"""Drift: what answers had that the spec lacks, from the file of a recorder to an overlay."""

from specmill.pipeline.drift.findings import Drift, drifts
from specmill.pipeline.drift.mending import MENDED, mend, overlay_of
from specmill.pipeline.drift.records import Record, read_records

__all__ = ["MENDED", "Drift", "Record", "drifts", "mend", "overlay_of", "read_records"]
