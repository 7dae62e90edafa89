"""Names of a Python package: each is chosen once and looked up by everything that is generated."""

from specmill.targets.python.names.chosen import PythonNames, choose_names, resource_class
from specmill.targets.python.names.noted import (
    former_arguments,
    names_of_arguments,
    names_of_fields,
)
from specmill.targets.python.names.parts import (
    argument_names,
    field_names,
    parameter_names,
    part_place,
)

__all__ = [
    "PythonNames",
    "argument_names",
    "choose_names",
    "field_names",
    "former_arguments",
    "names_of_arguments",
    "names_of_fields",
    "parameter_names",
    "part_place",
    "resource_class",
]
