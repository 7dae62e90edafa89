"""Facade of a reference page: its methods and classes, over the client."""

from specmill.targets.python.documented.attributes import PropertyView, documented_properties
from specmill.targets.python.documented.view import documented_view

__all__ = ["PropertyView", "documented_properties", "documented_view"]
