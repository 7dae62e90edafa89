"""Facade of a reference page: its methods and classes, over the client."""

__all__ = ["arguments", "attributes", "view"]
