"""Operations: parameters, bodies, responses, streams, webhooks, links."""

from specmill.lower.operations.links import with_links
from specmill.lower.operations.lowered import lower_operations

__all__ = [
    "lower_operations",
    "with_links",
]
