"""Names of operations, resources and models, and the resource of each operation."""

from specmill.lower.naming.names import bodies_before, name_models
from specmill.lower.naming.path_names import fixed_segments
from specmill.lower.naming.pins import known_names, refuse_unknown_pins
from specmill.lower.naming.placing import PlacedOperations, place
from specmill.lower.naming.tags import resource_words

__all__ = [
    "PlacedOperations",
    "bodies_before",
    "fixed_segments",
    "known_names",
    "name_models",
    "place",
    "refuse_unknown_pins",
    "resource_words",
]
