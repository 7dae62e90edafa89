"""Choosing names: every wanted name is gathered first, then all collisions are resolved at once."""

from specmill.naming.resolution import Wanted, resolve

__all__ = ["Wanted", "resolve"]
