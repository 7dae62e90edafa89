"""The version of specmill."""

__version__ = "0.1.0"
