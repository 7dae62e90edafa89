"""API specs of every family, read into the normal form: a valid OpenAPI 3.1 document.

A folder for each family, and what they share: files, references, repairs.
"""

from specmill.sources.loading import Source, load, load_table, parse, read_bytes
from specmill.sources.reading import read
from specmill.sources.repairs.checks import check_document

__all__ = ["Source", "check_document", "load", "load_table", "parse", "read", "read_bytes"]
