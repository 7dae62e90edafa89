"""Known mistakes in schemas, and keywords of older dialects."""

from specmill.sources.repairs.schemas.defaults import mend_defaults
from specmill.sources.repairs.schemas.keywords import LOOKED_AT, mend_schema
from specmill.sources.repairs.schemas.older_keywords import BINARY, modernize, read_file
from specmill.sources.repairs.schemas.type_words import TYPES, is_type_word

__all__ = [
    "BINARY",
    "LOOKED_AT",
    "TYPES",
    "is_type_word",
    "mend_defaults",
    "mend_schema",
    "modernize",
    "read_file",
]
