"""Normalized OpenAPI 3.1 → the typed model: the only place that knows both."""

from specmill.lower.api import lower

__all__ = ["lower"]
