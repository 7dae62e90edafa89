"""Lowering: from a document (OpenAPI 3.1) to the typed model. The only place that knows both."""

from specmill.lower.api import lower

__all__ = ["lower"]
