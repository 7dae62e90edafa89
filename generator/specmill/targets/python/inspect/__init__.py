"""What was understood of a spec, as JSON."""

from specmill.targets.python.inspect.inspection import describe

__all__ = ["describe"]
