"""Schemas (JSON Schema 2020-12) to types and models, a module for each kind of schema."""

from specmill.lower.schemas.inline_objects import ERROR, Use
from specmill.lower.schemas.objects import FIELD_BEHAVIOR
from specmill.lower.schemas.schemas import Schemas, lower_schemas

__all__ = [
    "ERROR",
    "FIELD_BEHAVIOR",
    "Schemas",
    "Use",
    "lower_schemas",
]
