"""The typed model of an API, as frozen values: what lowering makes and every target reads.

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
