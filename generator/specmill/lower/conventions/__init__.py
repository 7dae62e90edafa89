"""Conventions beyond OpenAPI: pagination, long-running operations, media, entities."""

from specmill.lower.conventions.documented import documented_of, reference_page
from specmill.lower.conventions.entities import resource_view
from specmill.lower.conventions.fields import fields_of
from specmill.lower.conventions.long_running import with_long_running
from specmill.lower.conventions.media import upload_of, with_download
from specmill.lower.conventions.pagination import Exchange, detect
from specmill.lower.conventions.rpc_errors import has_rpc_errors

__all__ = [
    "Exchange",
    "detect",
    "documented_of",
    "fields_of",
    "has_rpc_errors",
    "reference_page",
    "resource_view",
    "upload_of",
    "with_download",
    "with_long_running",
]
