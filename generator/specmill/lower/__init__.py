"""Lowering: from a document (OpenAPI 3.1) to the typed model. The only place that knows both."""

from specmill.lower.api import lower
from specmill.lower.kept import brought_over
from specmill.lower.loss import refuse_loss
from specmill.lower.naming import known_names

__all__ = ["brought_over", "known_names", "lower", "refuse_loss"]
