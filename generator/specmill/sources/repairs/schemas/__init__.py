"""Known mistakes in schemas, and keywords of older dialects."""

from specmill.sources.repairs.schemas.defaults import mend_defaults
from specmill.sources.repairs.schemas.keywords import LOOKED_AT, mend_schema
from specmill.sources.repairs.schemas.older_keywords import (
    BINARY,
    DEFAULT_MAPPING,
    NULL_MEMBER,
    OTHERWISE,
    modernize,
    read_file,
)
from specmill.sources.repairs.schemas.referred import schema_of_value
from specmill.sources.repairs.schemas.type_words import TYPES, is_nothing, is_type_word
from specmill.sources.repairs.schemas.well_known import mend_well_known

__all__ = [
    "BINARY",
    "DEFAULT_MAPPING",
    "LOOKED_AT",
    "NULL_MEMBER",
    "OTHERWISE",
    "TYPES",
    "is_nothing",
    "is_type_word",
    "mend_defaults",
    "mend_schema",
    "mend_well_known",
    "modernize",
    "read_file",
    "schema_of_value",
]
