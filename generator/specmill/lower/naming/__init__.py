"""Names of operations, resources and models, and the resource of each operation."""

from specmill.lower.naming.names import name_models
from specmill.lower.naming.path_names import fixed_segments
from specmill.lower.naming.pins import (
    known_names,
    pins_of_names,
    pins_of_resources,
    refuse_unknown_pins,
)
from specmill.lower.naming.placing import PlacedOperations, place
from specmill.lower.naming.tags import resource_words

__all__ = [
    "PlacedOperations",
    "fixed_segments",
    "known_names",
    "name_models",
    "pins_of_names",
    "pins_of_resources",
    "place",
    "refuse_unknown_pins",
    "resource_words",
]
