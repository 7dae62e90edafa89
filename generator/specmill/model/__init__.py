"""Typed model of an API, as frozen values: lowering makes it and every target reads it.

Its modules are the vocabulary; they need the standard library only.
"""

__all__ = [
    "api",
    "constraints",
    "credentials",
    "documented",
    "entities",
    "long_running",
    "media",
    "models",
    "operations",
    "pagination",
    "parameters",
    "references",
    "servers",
    "types",
]
