"""Collisions of names: every wanted name is gathered first, then all are resolved at once."""

from specmill.naming.resolution import Wanted, resolve

__all__ = ["Wanted", "resolve"]
