"""A part of an API: the operations that are wanted, and what they need."""

from specmill.document.selection.selection import Selection, select
from specmill.document.selection.selectors import Callable, callables, matcher

__all__ = ["Callable", "Selection", "callables", "matcher", "select"]
