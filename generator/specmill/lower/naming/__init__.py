"""Names of operations, resources and models."""

from specmill.lower.naming.names import name_models
from specmill.lower.naming.path_names import fixed_segments
from specmill.lower.naming.resources import Placement, place_operations
from specmill.lower.naming.tags import Tags, resource_words

__all__ = [
    "Placement",
    "Tags",
    "fixed_segments",
    "name_models",
    "place_operations",
    "resource_words",
]
