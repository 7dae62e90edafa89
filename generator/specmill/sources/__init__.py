"""API specs of every family, read into the normal form: a valid OpenAPI 3.1 document.

A folder for each family, and what they share: files, references, repairs.
"""

from specmill.sources.loading import (
    Download,
    Source,
    download,
    fetch,
    load,
    load_table,
    parse,
    read_bytes,
    without_user,
)
from specmill.sources.reading import check_family, read
from specmill.sources.repairs.checks import check_document
from specmill.sources.titles import Titled, title_in, title_of

__all__ = [
    "Download",
    "Source",
    "Titled",
    "check_document",
    "check_family",
    "download",
    "fetch",
    "load",
    "load_table",
    "parse",
    "read",
    "read_bytes",
    "title_in",
    "title_of",
    "without_user",
]
