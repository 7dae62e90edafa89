"""Conventions beyond OpenAPI: pagination, long-running operations, media, entities."""

from specmill.lower.conventions.documented import documented_of, reference_page
from specmill.lower.conventions.entities import resource_view
from specmill.lower.conventions.fields import fields_of
from specmill.lower.conventions.long_running import with_long_running
from specmill.lower.conventions.media import upload_of, with_download
from specmill.lower.conventions.page_items import Exchange
from specmill.lower.conventions.page_shapes import suggestion
from specmill.lower.conventions.pagination import detect
from specmill.lower.conventions.path_values import SEGMENTS, Paths, spans_segments
from specmill.lower.conventions.repeats import error_form, final_of, idempotent_of
from specmill.lower.conventions.rpc_errors import has_rpc_errors
from specmill.lower.conventions.waiting import with_waiting

__all__ = [
    "SEGMENTS",
    "Exchange",
    "Paths",
    "detect",
    "documented_of",
    "error_form",
    "fields_of",
    "final_of",
    "has_rpc_errors",
    "idempotent_of",
    "reference_page",
    "resource_view",
    "spans_segments",
    "suggestion",
    "upload_of",
    "with_download",
    "with_long_running",
    "with_waiting",
]
