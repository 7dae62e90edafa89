"""Order of documents where it says nothing, and what tells the elements of arrays apart."""

from specmill.document.order.earlier_order import in_order, ordered_like
from specmill.document.order.identities import identities

__all__ = ["identities", "in_order", "ordered_like"]
