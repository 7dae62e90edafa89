"""Lowering: from a document (OpenAPI 3.1) to the typed model. The only place that knows both."""

from specmill.lower.api import lower
from specmill.lower.kept import brought_over
from specmill.lower.loss import refuse_loss
from specmill.lower.naming import known_names, pins_of_names, pins_of_resources

__all__ = [
    "brought_over",
    "known_names",
    "lower",
    "pins_of_names",
    "pins_of_resources",
    "refuse_loss",
]
