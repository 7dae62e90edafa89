"""Values compared: their types, and what their constraints refuse."""

__all__ = ["strictness", "types"]
