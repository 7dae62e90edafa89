"""Normalized OpenAPI 3.1 → the typed model: the only place that knows both."""

from specmill.lower.api import known_names, lower

__all__ = ["known_names", "lower"]
