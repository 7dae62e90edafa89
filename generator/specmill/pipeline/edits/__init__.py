"""Edits by hand of generated files: found, recorded as patches, merged into new output."""

from specmill.pipeline.edits.headers import with_header
from specmill.pipeline.edits.merging import Merged, apply_edits, conflicts_told
from specmill.pipeline.edits.own_code import own_modules
from specmill.pipeline.edits.recording import Recorded, record
from specmill.pipeline.edits.unrecorded import (
    EditedFile,
    content_of,
    edited_files,
    refuse_edited,
)

__all__ = [
    "EditedFile",
    "Merged",
    "Recorded",
    "apply_edits",
    "conflicts_told",
    "content_of",
    "edited_files",
    "own_modules",
    "record",
    "refuse_edited",
    "with_header",
]
