"""Target ``python``: typed models, resources and clients."""

from specmill.targets.python.package import PythonTarget

__all__ = ["PythonTarget", "inspect", "layout", "reference", "spelling"]
