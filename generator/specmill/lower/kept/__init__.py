"""Names of an earlier run: what of a document had them, and what the next run is to know."""

from specmill.lower.kept.kept import Kept, brought_over

__all__ = ["Kept", "brought_over"]
