"""Parts of a document: the operations that are wanted and what they need, and JSONPath."""

from specmill.document.selection.selection import Selection, select
from specmill.document.selection.selectors import Callable, callables, matcher

__all__ = ["Callable", "Selection", "callables", "jsonpath", "matcher", "select"]
