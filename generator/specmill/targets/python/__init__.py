"""Target ``python``: typed models, resources and clients."""

from specmill.targets.python.package import PythonTarget

__all__ = [
    "PythonTarget",
    "arguments",
    "call_kinds",
    "constructor",
    "documented",
    "imports",
    "inspect",
    "layout",
    "module_types",
    "names",
    "reference",
    "runtime_modules",
    "spelling",
    "types",
    "views",
]
