"""Schemas to types and models."""

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
