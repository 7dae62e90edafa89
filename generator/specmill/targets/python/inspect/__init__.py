"""Description of an API in JSON: operations, models and constructor with their Python names."""

from specmill.targets.python.inspect.inspection import describe

__all__ = ["describe"]
