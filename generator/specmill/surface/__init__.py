"""Surface of a Python package as a value, and what differs between two of them."""

__all__ = [
    "comparison",
    "formats",
    "levels",
    "policy",
    "reading",
    "reference",
    "report",
    "rules",
    "value",
]
