"""Lowering: from a document (OpenAPI 3.1) to the typed model. The only place that knows both."""

from specmill.lower.api import lower
from specmill.lower.loss import refuse_loss
from specmill.lower.naming import known_names

__all__ = ["known_names", "lower", "refuse_loss"]
