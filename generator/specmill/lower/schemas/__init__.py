"""Schemas to types and models."""

from specmill.lower.schemas.inline_objects import ERROR, Use
from specmill.lower.schemas.objects import FIELD_BEHAVIOR
from specmill.lower.schemas.schemas import Schemas

__all__ = ["ERROR", "FIELD_BEHAVIOR", "Schemas", "Use"]
