"""Operations that a code base calls, found in its syntax trees by the types of our clients."""

from specmill.pipeline.usage.clients import ClientTree, client_tree
from specmill.pipeline.usage.search import Use, uses
from specmill.pipeline.usage.workspace import (
    Called,
    included,
    lost_calls,
    used,
)

__all__ = ["Called", "ClientTree", "Use", "client_tree", "included", "lost_calls", "used", "uses"]
