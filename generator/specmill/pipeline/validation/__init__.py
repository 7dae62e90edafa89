"""Validation of a normal form against OpenAPI 3.1."""

from specmill.pipeline.validation.validation import validate

__all__ = [
    "validate",
]
