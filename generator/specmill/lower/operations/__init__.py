"""Operations: parameters, bodies, responses, streams, webhooks, links."""

from specmill.lower.operations.links import with_links
from specmill.lower.operations.operations import Operations, says_media_type
from specmill.lower.operations.parameters import is_constant
from specmill.lower.operations.webhooks import lower_webhooks

__all__ = ["Operations", "is_constant", "lower_webhooks", "says_media_type", "with_links"]
